using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Linli.Operations.ReadAudit;

/// <summary>Which lines of the audit log; every condition may be left out. Days are the site's, both included.</summary>
internal sealed record ReadAudit(string? Action, string? Actor, string? Subject, DateOnly? From, DateOnly? To, int Page);

internal sealed record AuditLines(IReadOnlyList<AuditEntry> Lines, int Total);

internal sealed class ReadAuditHandler(AppDb db, IAccess access, SiteTime time)
{
    public const int PageSize = 50;

    public async Task<AuditLines> HandleAsync(ReadAudit query, CancellationToken ct)
    {
        var lines = Matching(query);
        var page = await lines.OrderByDescending(e => e.At).ThenByDescending(e => e.Chain).ThenByDescending(e => e.Position)
            .Skip((Math.Max(query.Page, 1) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return new(page, await lines.CountAsync(ct));
    }

    private IQueryable<AuditEntry> Matching(ReadAudit query)
    {
        var lines = db.Set<AuditEntry>().AsNoTracking().Within(access);
        if (query.Action is { Length: > 0 } action) lines = lines.Where(e => e.Action.StartsWith(action));
        if (query.Actor is { Length: > 0 } actor) lines = lines.Where(e => e.ActorName.Contains(actor));
        if (query.Subject is { Length: > 0 } subject) lines = lines.Where(e => e.Subject == subject);
        if (query.From is { } from && time.StartOf(from) is var begin) lines = lines.Where(e => e.At >= begin);
        if (query.To is { } to && time.StartOf(to.AddDays(1)) is var end) lines = lines.Where(e => e.At < end);
        return lines;
    }
}
