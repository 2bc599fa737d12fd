using Linli.Platform;

namespace Linli.Cases;

/// <summary></summary>
public sealed class CasesModule : Module
{
    /// <inheritdoc/>
    public override string Name => "cases";
}
