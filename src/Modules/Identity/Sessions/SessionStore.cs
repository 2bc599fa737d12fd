using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Identity.Sessions;

/// <summary>Opens, finds and ends sessions.</summary>
internal sealed class SessionStore(AppDb db, VisitorCache cache, IGridTeams teams, TimeProvider clock)
{
    /// <summary>Adds a session to the pending changes, and clears away those of the same person that are over.</summary>
    public async Task<Session> OpenAsync(ActorKind kind, Guid owner, SessionState state, Origin origin, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        db.Sessions.RemoveRange(await db.Sessions.Where(s => s.OwnerId == owner && s.ExpiresAt < now).ToListAsync(ct));
        var session = new Session
        {
            Id = Guid.CreateVersion7(now),
            Kind = kind,
            OwnerId = owner,
            State = state,
            Device = origin.Device,
            Network = origin.Network,
            CreatedAt = now,
            LastSeenAt = now,
            ExpiresAt = now + SessionRules.Lifetime(kind),
        };
        db.Sessions.Add(session);
        return session;
    }

    /// <summary>Who a session lets in; null when it has ended or its account is closed.</summary>
    public ValueTask<Visitor?> FindAsync(Guid id, CancellationToken ct) => cache.GetAsync(id, () => ReadAsync(id, ct));

    /// <summary>Removes sessions of one person with the pending changes; call <see cref="VisitorCache.Forget"/> after the save.</summary>
    /// <param name="owner">Whose.</param>
    /// <param name="only">One of them; null ends all.</param>
    /// <param name="except">One that stays, such as the one this request came with.</param>
    /// <param name="ct">Cancels.</param>
    public async Task RemoveAsync(Guid owner, Guid? only, Guid? except, CancellationToken ct) =>
        db.Sessions.RemoveRange(await db.Sessions.Where(s => s.OwnerId == owner && (only == null || s.Id == only) && s.Id != except).ToListAsync(ct));

    private async Task<Visitor?> ReadAsync(Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.Sessions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, ct) is not { } session || !SessionRules.IsGood(session, now)) return null;
        if (now - session.LastSeenAt > SessionRules.SeenEvery) await NoteSeenAsync(id, now, ct);
        return session.Kind is ActorKind.Resident
            ? new Visitor(id, ActorKind.Resident, session.OwnerId, "resident")
            : await ReadStaffAsync(session, ct);
    }

    private async Task<Visitor?> ReadStaffAsync(Session session, CancellationToken ct)
    {
        if (await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == session.OwnerId && a.Active, ct) is not { } account) return null;
        var roles = await db.Roles.AsNoTracking().Where(r => account.Roles.Contains(r.Code)).ToListAsync(ct);
        return new(session.Id, ActorKind.Staff, account.Id, account.DisplayName)
        {
            State = session.State,
            Division = account.DivisionCode,
            OtherGrids = [.. (await teams.ServedByAsync(account.Id, ct)).Where(grid => !grid.StartsWith(account.DivisionCode, StringComparison.Ordinal))],
            Unit = account.UnitId,
            OwnUnitOnly = roles.TrueForAll(r => r.OwnUnitOnly),
            Permissions = [.. roles.SelectMany(r => r.Allows).Distinct()],
        };
    }

    private async Task NoteSeenAsync(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        await using var work = await db.BeginAsync(ct);
        await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), ct);
        await work.CommitAsync(ct);
    }
}
