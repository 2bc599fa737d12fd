using Linli.Contracts.Messages;
using Linli.Platform.Data;
using Linli.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.TellReporter;

/// <summary>Notes on the case that its reporter was told: what the carrier took counts, not what was written.</summary>
internal sealed class NoticeGiven(AppDb db) : ISubscriber<MessageDelivered>
{
    private static readonly string[] Results = [$"cases.{nameof(CaseAction.Close)}", $"cases.{nameof(CaseAction.Settle)}", $"cases.{nameof(CaseAction.Complete)}"];

    public async Task HandleAsync(MessageDelivered happened, CancellationToken ct)
    {
        if (CaseSubject.CaseOf(happened.Subject) is not { } id) return;
        var found = db.Cases.Where(c => c.Id == id);
        if (Results.Contains(happened.Purpose)) await found.Where(c => c.ResultNotice == Notice.Owed).ExecuteUpdateAsync(set => set.SetProperty(c => c.ResultNotice, Notice.Given), ct);
        else await found.Where(c => c.AcceptanceNotice == Notice.Owed).ExecuteUpdateAsync(set => set.SetProperty(c => c.AcceptanceNotice, Notice.Given), ct);
    }
}
