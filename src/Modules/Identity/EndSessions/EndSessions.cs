using Linli.Identity.Sessions;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;

namespace Linli.Identity.EndSessions;

internal sealed record EndSessions : ICommand
{
    /// <summary>Which one; null ends all but the one this request came with.</summary>
    public Guid? Session { get; set; }
}

/// <summary>Ends one's own sessions, such as one left open on a shared computer.</summary>
internal sealed class EndSessionsHandler(AppDb db, IAccess access, CurrentSession current, SessionStore sessions, VisitorCache cache, TimeProvider clock)
{
    public async Task<Result<Done>> Handle(EndSessions command, CancellationToken ct)
    {
        if (access.Actor.Id is not { } owner) return Problem.Http(401);
        await sessions.RemoveAsync(owner, command.Session, command.Session is null ? current.Id : null, ct);
        db.Audit(access, "identity.end-sessions", $"account/{owner}", clock.GetUtcNow(), access.Division ?? "");
        await db.SaveChangesAsync(ct);
        cache.Forget(owner);
        return new Done();
    }
}
