using Linli.Platform;

namespace Linli.Identity;

/// <summary></summary>
public sealed class IdentityModule : Module
{
    /// <inheritdoc/>
    public override string Name => "identity";
}
