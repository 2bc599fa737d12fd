using Linli.Contracts.Cases;
using Linli.Platform;
using Linli.Platform.Data;
using Linli.Platform.Events;
using Linli.Platform.Messages;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Linli.Cases.TellReporter;

/// <summary>Tells a reporter who left a number what became of the case, at each node that is theirs to know; once each.</summary>
internal sealed class TellReporter(AppDb db, FieldCipher cipher, IStringLocalizer<CasesModule> texts, IOptions<LinliOptions> options, TimeProvider clock)
    : ISubscriber<CaseReceived>, ISubscriber<CaseMoved>
{
    private const int AnswerLength = 200;

    /// <summary>What a reporter is told of; the rest is the office's own business.</summary>
    private static readonly CaseAction[] Nodes = [CaseAction.Accept, CaseAction.Decline, CaseAction.Dispatch, CaseAction.Reply, CaseAction.Close, CaseAction.Reopen];

    public Task HandleAsync(CaseReceived happened, CancellationToken ct) => TellAsync(happened.CaseId, happened.Number, CaseAction.Receive, null, ct);

    public async Task HandleAsync(CaseMoved happened, CancellationToken ct)
    {
        if (!Enum.TryParse<CaseAction>(happened.Action, ignoreCase: true, out var action) || !Nodes.Contains(action)) return;
        var answer = await db.History.Where(h => h.CaseId == happened.CaseId && h.Version == happened.Version && h.Action == action && h.ForReporter).Select(h => h.Remark).FirstOrDefaultAsync(ct);
        await TellAsync(happened.CaseId, happened.Number, action, answer, ct);
    }

    private async Task TellAsync(Guid id, string number, CaseAction action, string? answer, CancellationToken ct)
    {
        if (await db.Reporters.Where(r => r.CaseId == id).Select(r => r.Phone).SingleOrDefaultAsync(ct) is not { } phone) return;
        if (answer?.Length > AnswerLength) answer = answer[..AnswerLength] + "…";
        db.Send(new(cipher.Unprotect(phone, Reporter.PhonePurpose), texts[$"Tell.{action}", number, answer ?? "", options.Value.PublicUrl + "/track"], $"cases.{action}", $"case/{id}"), clock.GetUtcNow());
    }
}
