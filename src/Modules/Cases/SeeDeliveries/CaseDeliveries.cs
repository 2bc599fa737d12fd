using Linli.Cases.TellReporter;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Messages;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.SeeDeliveries;

/// <summary>投递记录: what became of the messages to reporters, and sending again one that failed.</summary>
internal sealed class CaseDeliveries(AppDb db, MessageLog log, TellReporter.TellReporter reporters, IAccess access, TimeProvider clock)
{
    /// <summary>The messages about one case that the caller sees, and about those merged into it.</summary>
    public async Task<Result<IReadOnlyList<LoggedMessage>>> OfAsync(Guid id, CancellationToken ct)
    {
        if (!await SeesAsync(id, ct)) return Problem.NotFound;
        var joined = await db.Cases.Where(c => c.MasterId == id).Select(c => c.Id).ToListAsync(ct);
        return await log.AboutAsync([.. joined.Append(id).Select(CaseSubject.Of)], ct);
    }

    /// <summary>The messages within the caller's divisions, with the numbers of the cases that they see.</summary>
    public async Task<DeliveryList> ListAsync(DeliveryState? state, int page, CancellationToken ct)
    {
        var found = await log.ListAsync(Purposes, state, page, ct);
        var ids = found.Items.Select(m => CaseSubject.CaseOf(m.Subject)).OfType<Guid>().ToHashSet();
        var numbers = access.May(CasesPolicies.See) ? await db.Cases.Seen(db, access).Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Number, ct) : [];
        return new([.. found.Items.Select(m => new Delivery(m, CaseSubject.CaseOf(m.Subject) is { } id && numbers.TryGetValue(id, out var number) ? number : null))], found.Page, found.Total);
    }

    /// <summary>How many were given up.</summary>
    public Task<int> GivenUpAsync(int most, CancellationToken ct) => log.GivenUpAsync(Purposes, most, ct);

    /// <summary>Sends a message about a case again: for whoever answers its reporter.</summary>
    public async Task<Result<Done>> ResendAsync(Guid caseId, Guid messageId, CancellationToken ct)
    {
        if (!access.May(CasesPolicies.Reply)) return Problem.Forbidden;
        if (!await SeesAsync(caseId, ct) || await log.FindAsync(messageId, ct) is not { } message || message.Subject != CaseSubject.Of(caseId)) return Problem.NotFound;
        return await ResendAsync(messageId, message, caseId, ct);
    }

    /// <summary>Sends a message again: for whoever watches over the deliveries of its division.</summary>
    public async Task<Result<Done>> ResendAsync(Guid messageId, CancellationToken ct) =>
        await log.FindAsync(messageId, ct) is { } message && access.Sees(message.DivisionCode) && CaseSubject.CaseOf(message.Subject) is { } caseId
            ? await ResendAsync(messageId, message, caseId, ct) : Problem.NotFound;

    private const string Purposes = "cases.";

    private async Task<Result<Done>> ResendAsync(Guid id, MessageKey message, Guid caseId, CancellationToken ct)
    {
        var contact = await reporters.ContactAsync(await db.Reporters.AsNoTracking().SingleOrDefaultAsync(r => r.CaseId == caseId, ct), ct);
        if (contact.AddressOf(message.Way) is not null && !contact.IsOpen(message.Way)) return CaseErrors.OptedOut;
        await using var work = await db.BeginAsync(ct);
        if (!(await log.ResendAsync(id, ct)).Succeeded(out _, out var problem)) return problem;
        db.Audit(access, "cases.resend-message", message.Subject, clock.GetUtcNow(), message.DivisionCode, new { id });
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return new Done();
    }

    private Task<bool> SeesAsync(Guid id, CancellationToken ct) => db.Cases.Seen(db, access).AnyAsync(c => c.Id == id, ct);
}

/// <summary>A message to a reporter.</summary>
/// <param name="Message">The message.</param>
/// <param name="Number">The case it is about; absent where the caller does not see it.</param>
internal sealed record Delivery(LoggedMessage Message, string? Number);

/// <summary>A page of messages.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Page">From 1.</param>
/// <param name="Total">How many there are.</param>
internal sealed record DeliveryList(IReadOnlyList<Delivery> Items, int Page, int Total);
