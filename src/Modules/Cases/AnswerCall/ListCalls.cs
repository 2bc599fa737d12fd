using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.AnswerCall;

/// <summary>Calls, newest first: a clerk's own; of the whole division for whoever reads its figures.</summary>
internal sealed class ListCallsHandler(AppDb db, IAccess access)
{
    public const int PageSize = 30;

    public async Task<CallList> HandleAsync(int page, CancellationToken ct)
    {
        page = Math.Clamp(page, 1, 300);
        var (calls, self) = (db.Calls.AsNoTracking().Within(access), access.Actor.Id);
        if (!access.May(CasesPolicies.SeeFigures)) calls = calls.Where(c => c.ClerkId != null && c.ClerkId == self);
        var rows = await (
            from call in calls.OrderByDescending(c => c.StartedAt).ThenByDescending(c => c.Id).Skip((page - 1) * PageSize).Take(PageSize + 1)
            join found in db.Cases.Seen(db, access) on call.CaseId equals found.Id into cases
            from found in cases.DefaultIfEmpty()
            orderby call.StartedAt descending, call.Id descending
            select new CallLine(call.Id, call.StartedAt, call.Seconds, call.Outcome, call.ClerkName, call.MaskedPhone, call.Words, call.Said, found == null ? null : (Guid?)found.Id, found == null ? null : found.Number, found == null ? null : found.Title)).ToListAsync(ct);
        return new([.. rows.Take(PageSize)], page, rows.Count > PageSize);
    }
}

/// <summary>A page of calls.</summary>
internal sealed record CallList(IReadOnlyList<CallLine> Items, int Page, bool More);

/// <summary>A call.</summary>
/// <param name="Id">Key.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Clerk">Who answered it.</param>
/// <param name="Phone">Mask of the number.</param>
/// <param name="Words">What it was about, where no case says it.</param>
/// <param name="Said">What the caller was told, or whom they were put through to.</param>
/// <param name="CaseId">The case that came of it, where the reader sees it.</param>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its heading.</param>
internal sealed record CallLine(Guid Id, DateTimeOffset StartedAt, int Seconds, CallOutcome Outcome, string Clerk, string? Phone, string? Words, string? Said, Guid? CaseId, string? Number, string? Title);
