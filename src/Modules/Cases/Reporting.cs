using Linli.Platform.Access;

namespace Linli.Cases;

/// <summary>The reporter as an actor: a constant word in history and audit, never personal data.</summary>
internal static class Reporting
{
    public static readonly Actor Stranger = new(ActorKind.Anonymous, null, "anonymous");
}
