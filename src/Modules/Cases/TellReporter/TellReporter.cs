using System.Globalization;
using Linli.Cases.OptOut;
using Linli.Platform;
using Linli.Platform.Data;
using Linli.Platform.Messages;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Linli.Cases.TellReporter;

/// <summary>
/// Tells reporters who left an address — that of the case and those of cases merged into it — what became of the case, at each node that is theirs to know: by mail where they left
/// one, else by phone, or as they chose. The message is saved with the change it tells of, so each is told once or, if the change is undone, not at all.
/// </summary>
internal sealed class TellReporter(AppDb db, FieldCipher cipher, OptOutLinks links, IStringLocalizer<CasesModule> texts, IOptions<LinliOptions> options)
{
    private const int AnswerLength = 200;

    /// <summary>What a reporter is told of; the rest is the office's own business, or stands on the page of the case.</summary>
    private static readonly CaseAction[] Nodes =
        [CaseAction.Receive, CaseAction.Accept, CaseAction.Decline, CaseAction.Dispatch, CaseAction.Take, CaseAction.Handle, CaseAction.Reply, CaseAction.Settle, CaseAction.Split, CaseAction.Complete, CaseAction.Close, CaseAction.Reopen, CaseAction.Merge];

    /// <summary>Adds what is told of an action, if anything, to the pending changes.</summary>
    /// <param name="found">The case, after the action.</param>
    /// <param name="action">What was done.</param>
    /// <param name="answer">What was written for the reporter.</param>
    /// <param name="now">When.</param>
    /// <param name="ct">Cancels.</param>
    public async Task TellAsync(Case found, CaseAction action, string? answer, DateTimeOffset now, CancellationToken ct)
    {
        if (!Nodes.Contains(action)) return;
        var optedOut = db.OptedOut;   // an expression tree takes no extension property
        var named = db.Reporters.Where(r => r.AnonymisedAt == null);
        var reporters = from r in named join c in db.Cases on r.CaseId equals c.Id where c.Id == found.Id select new { c.Id, c.Number, c.DivisionCode, r };
        if (found.Joined > 0) reporters = reporters.Concat(from r in named join c in db.Cases on r.CaseId equals c.Id where c.MasterId == found.Id select new { c.Id, c.Number, c.DivisionCode, r });
        var told = await reporters.Select(x => new
        {
            x.Id, x.Number, x.DivisionCode,
            Contact = new Contact(x.r.Phone, x.r.Email, x.r.ToldBy, optedOut.Any(o => o.Fingerprint == x.r.PhoneFingerprint), optedOut.Any(o => o.Fingerprint == x.r.EmailFingerprint)),
        }).ToListAsync(ct);
        foreach (var reporter in told)
            if (reporter.Id == found.Id) Tell(found, reporter.Contact, action, answer, now);
            else Tell(reporter.Id, reporter.Number, reporter.DivisionCode, reporter.Contact, action, answer, now, receipt: false);   // a merged report counts with the case that leads
    }

    /// <summary>How a reporter who is being filed can be told; looks up what they asked us before.</summary>
    public async Task<Contact> ContactAsync(Reporter? reporter, CancellationToken ct)
    {
        if (reporter is null or { Phone: null, Email: null }) return Contact.None;
        var fingerprints = new[] { reporter.PhoneFingerprint, reporter.EmailFingerprint }.OfType<byte[]>().ToList();
        var optedOut = await db.OptedOut.Where(o => fingerprints.Contains(o.Fingerprint)).Select(o => o.Fingerprint).ToListAsync(ct);
        return new(reporter.Phone, reporter.Email, reporter.ToldBy, Has(reporter.PhoneFingerprint), Has(reporter.EmailFingerprint));

        bool Has(byte[]? fingerprint) => fingerprint is not null && optedOut.Any(o => o.AsSpan().SequenceEqual(fingerprint));
    }

    /// <summary>Adds what is told of an action to the pending changes.</summary>
    /// <param name="found">The case, after the action.</param>
    /// <param name="contact">How its reporter can be told.</param>
    /// <param name="action">What was done.</param>
    /// <param name="answer">What was written for the reporter.</param>
    /// <param name="now">When.</param>
    public void Tell(Case found, Contact contact, CaseAction action, string? answer, DateTimeOffset now) =>
        Tell(found.Id, found.Number, found.DivisionCode, contact, action, answer, now, contact.Reachable && found.Owe(action));

    private void Tell(Guid id, string number, string division, Contact contact, CaseAction action, string? answer, DateTimeOffset now, bool receipt)
    {
        if (contact.Way is not { } way) return;
        if (answer?.Length > AnswerLength) answer = answer[..AnswerLength] + "…";
        var address = cipher.Unprotect(contact.AddressOf(way)!, way is MessageWay.Email ? Reporter.EmailPurpose : Reporter.PhonePurpose);
        var message = InTheLanguageOfThePlace(() => new OutgoingMessage(address, Words(id, number, way, action, answer ?? ""), $"cases.{action}", CaseSubject.Of(id))
        {
            Way = way,
            Title = way is MessageWay.Email ? texts["Tell.Title", number].Value : null,
            DivisionCode = division,
            Receipt = receipt,
        });
        if (contact.Reachable) db.Send(message, now);
        else db.Withhold(message, now);
    }

    private string Words(Guid id, string number, MessageWay way, CaseAction action, string answer) =>
        texts[$"Tell.{action}", number, answer, options.Value.PublicUrl + "/track"] + (way is MessageWay.Email ? "\n\n" : " ") + texts["Tell.OptOut", options.Value.PublicUrl + links.To(id, way)];

    /// <summary>Whoever acts, in whatever language they read: who is written to did not choose it.</summary>
    public static T InTheLanguageOfThePlace<T>(Func<T> words)
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
