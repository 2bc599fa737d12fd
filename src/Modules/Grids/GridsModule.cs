using Linli.Platform;

namespace Linli.Grids;

/// <summary></summary>
public sealed class GridsModule : Module
{
    /// <inheritdoc/>
    public override string Name => "grids";
}
