using Linli.Platform.Access;

namespace Linli.Identity.Sessions;

/// <summary>A sign-in that lasts. The cookie holds its key and nothing else, so that ending it here ends it everywhere.</summary>
internal sealed class Session
{
    public required Guid Id { get; init; }

    /// <summary>Whose it is: staff or resident.</summary>
    public required ActorKind Kind { get; init; }
    public required Guid OwnerId { get; init; }
    public required SessionState State { get; set; }

    /// <summary>Browser and system, e.g. <c>Edge · Windows</c>.</summary>
    public required string Device { get; init; }

    /// <summary>The network it came from, e.g. <c>10.1.2.*</c>; never the whole address.</summary>
    public required string Network { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset LastSeenAt { get; set; }
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>How far a sign-in has come.</summary>
internal enum SessionState
{
    /// <summary>The password was right; the second factor is still to come.</summary>
    SecondFactor,

    /// <summary>The first password has to be replaced.</summary>
    NewPassword,

    /// <summary>Signed in.</summary>
    Open,
}
