using System.Globalization;
using Linli.Platform;
using Linli.Platform.Data;
using Linli.Platform.Messages;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Linli.Cases.TellReporter;

/// <summary>
/// Tells reporters who left a number — that of the case and those of cases merged into it — what became of the case, at each node that is theirs to know. The message is saved with the
/// change it tells of, so each is told once or, if the change is undone, not at all.
/// </summary>
internal sealed class TellReporter(AppDb db, FieldCipher cipher, IStringLocalizer<CasesModule> texts, IOptions<LinliOptions> options)
{
    private const int AnswerLength = 200;

    /// <summary>What a reporter is told of; the rest is the office's own business.</summary>
    private static readonly CaseAction[] Nodes = [CaseAction.Receive, CaseAction.Accept, CaseAction.Decline, CaseAction.Dispatch, CaseAction.Reply, CaseAction.Close, CaseAction.Reopen, CaseAction.Merge];

    /// <summary>Adds what is told of an action, if anything, to the pending changes.</summary>
    /// <param name="found">The case, after the action.</param>
    /// <param name="action">What was done.</param>
    /// <param name="answer">What was written for the reporter.</param>
    /// <param name="now">When.</param>
    /// <param name="ct">Cancels.</param>
    public async Task TellAsync(Case found, CaseAction action, string? answer, DateTimeOffset now, CancellationToken ct)
    {
        if (!Nodes.Contains(action)) return;
        var reporters = from r in db.Reporters join c in db.Cases on r.CaseId equals c.Id where c.Id == found.Id select new { c.Id, c.Number, r.Phone };
        if (found.Joined > 0) reporters = reporters.Concat(from r in db.Reporters join c in db.Cases on r.CaseId equals c.Id where c.MasterId == found.Id select new { c.Id, c.Number, r.Phone });
        foreach (var reporter in await reporters.ToListAsync(ct))
            if (reporter.Phone is { } phone) Tell(reporter.Id, reporter.Number, cipher.Unprotect(phone, Reporter.PhonePurpose), action, answer, now);
    }

    /// <summary>Adds what is told of an action to the pending changes.</summary>
    /// <param name="id">The case that the reporter filed.</param>
    /// <param name="number">Its number.</param>
    /// <param name="phone">The reporter's number.</param>
    /// <param name="action">What was done.</param>
    /// <param name="answer">What was written for the reporter.</param>
    /// <param name="now">When.</param>
    public void Tell(Guid id, string number, string phone, CaseAction action, string? answer, DateTimeOffset now)
    {
        if (answer?.Length > AnswerLength) answer = answer[..AnswerLength] + "…";
        db.Send(new(phone, InTheLanguageOfThePlace(() => texts[$"Tell.{action}", number, answer ?? "", options.Value.PublicUrl + "/track"]), $"cases.{action}", $"case/{id}"), now);
    }

    /// <summary>Whoever acts, in whatever language they read: the reporter did not choose it.</summary>
    private static string InTheLanguageOfThePlace(Func<string> words)
    {
        var actors = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        try
        {
            return words();
        }
        finally
        {
            CultureInfo.CurrentUICulture = actors;
        }
    }
}
