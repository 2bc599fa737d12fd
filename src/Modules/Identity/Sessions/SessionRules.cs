using Linli.Platform.Access;

namespace Linli.Identity.Sessions;

/// <summary>How long a sign-in lasts.</summary>
internal static class SessionRules
{
    /// <summary>How often the time of the last visit is written down.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Staff = TimeSpan.FromDays(7), StaffIdle = TimeSpan.FromHours(12), Resident = TimeSpan.FromDays(90), Half = TimeSpan.FromMinutes(15);

    public static TimeSpan Lifetime(ActorKind kind) => kind is ActorKind.Resident ? Resident : Staff;

    public static bool IsGood(Session session, DateTimeOffset now) =>
        session.ExpiresAt > now
        && (session.State is SessionState.Open || session.CreatedAt + Half > now)
        && (session.Kind is ActorKind.Resident || session.LastSeenAt + StaffIdle > now);
}
