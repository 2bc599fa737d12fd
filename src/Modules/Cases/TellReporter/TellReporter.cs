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
/// Tells a reporter who left a number what became of the case, at each node that is theirs to know. The message is saved with the
/// change it tells of, so each is told once or, if the change is undone, not at all.
/// </summary>
internal sealed class TellReporter(AppDb db, FieldCipher cipher, IStringLocalizer<CasesModule> texts, IOptions<LinliOptions> options)
{
    private const int AnswerLength = 200;

    /// <summary>What a reporter is told of; the rest is the office's own business.</summary>
    private static readonly CaseAction[] Nodes = [CaseAction.Receive, CaseAction.Accept, CaseAction.Decline, CaseAction.Dispatch, CaseAction.Reply, CaseAction.Close, CaseAction.Reopen];

    /// <summary>Adds what is told of an action, if anything, to the pending changes.</summary>
    /// <param name="found">The case, after the action.</param>
    /// <param name="action">What was done.</param>
    /// <param name="answer">What was written for the reporter.</param>
    /// <param name="now">When.</param>
    /// <param name="ct">Cancels.</param>
    public async Task TellAsync(Case found, CaseAction action, string? answer, DateTimeOffset now, CancellationToken ct)
    {
        if (!Nodes.Contains(action)) return;
        if (await db.Reporters.Where(r => r.CaseId == found.Id).Select(r => r.Phone).SingleOrDefaultAsync(ct) is not { } phone) return;
        Tell(found, cipher.Unprotect(phone, Reporter.PhonePurpose), action, answer, now);
    }

    /// <summary>Adds what is told of an action to the pending changes.</summary>
    /// <param name="found">The case, after the action.</param>
    /// <param name="phone">The reporter's number.</param>
    /// <param name="action">What was done.</param>
    /// <param name="answer">What was written for the reporter.</param>
    /// <param name="now">When.</param>
    public void Tell(Case found, string phone, CaseAction action, string? answer, DateTimeOffset now)
    {
        if (answer?.Length > AnswerLength) answer = answer[..AnswerLength] + "…";
        db.Send(new(phone, InTheLanguageOfThePlace(() => texts[$"Tell.{action}", found.Number, answer ?? "", options.Value.PublicUrl + "/track"]), $"cases.{action}", $"case/{found.Id}"), now);
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
