using Linli.Cases.Channels;
using Linli.Cases.History;
using Linli.Cases.Intake;
using Linli.Cases.Questions;
using Linli.Cases.Search;
using Linli.Cases.TellReporter;
using Linli.Contracts.Addresses;
using Linli.Contracts.Cases;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Events;
using Linli.Platform.Files;
using Linli.Platform.Formats;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Microsoft.Extensions.Options;

namespace Linli.Cases.ReceiveCase;

/// <summary>
/// How a report becomes a case, whatever way it came in. First it is looked at, which writes nothing and keeps nobody waiting; then all its
/// rows are added to the pending changes, which the caller saves: of one report, or of many at once.
/// </summary>
internal sealed class Filing(
    AppDb db, IAccess access, ChannelCache channels, Judgement judgement, Answering answering, Routing routing, CaseNumbers numbers, ICalendars calendars, IUnits units, Attaching attaching,
    TellReporter.TellReporter reporters, ReplyAtOnce.AnswersInForce answers, FieldCipher cipher, IOptions<CasesOptions> options, TimeProvider clock)
{
    private const int TitleLength = 30, Ordinary = 4;

    /// <summary>Checks a report against what the district knows: channel, category, the form of the number.</summary>
    public async Task<Result<CheckedReport>> CheckAsync(ReceiveCase report, CancellationToken ct)
    {
        if (!Phone(report, out var phone)) return Problem.Invalid("phone", "cases.bad-phone");
        var email = EmailAddress.Read(report.Email);
        if (email is null && !string.IsNullOrWhiteSpace(report.Email)) return Problem.Invalid("email", "cases.bad-email");
        if ((await channels.GetAsync(ct)).Find(report.Channel ?? Channel.Web) is not { } channel) return CaseErrors.UnknownChannel;
        if (!channel.Active) return CaseErrors.ChannelInactive;
        var rules = await routing.RulesAsync(ct);
        if (report.CategoryCode is { Length: > 0 } code && rules.Taxonomy.FindLeaf(code) is null) return CaseErrors.UnknownCategory;
        return new CheckedReport(report, channel, phone, email, rules);
    }

    /// <summary>Checks a report, stores its photos, judges category and place, and looks for an answer that is ready.</summary>
    public async Task<Result<Draft>> LookAsync(ReceiveCase report, CancellationToken ct)
    {
        if (!(await CheckAsync(report, ct)).Succeeded(out var looked, out var problem)) return problem;
        if (!(await attaching.StoreAsync(report.Photos, ct)).Succeeded(out var photos, out var refused)) return refused;
        var verdict = await judgement.OfAsync(report, looked.Rules.Taxonomy, clock.GetUtcNow(), ct);
        if (!answering.Take(looked.Rules.Taxonomy.QuestionsOf(verdict.CategoryCode), report.Answers, verdict.ChosenByReporter).Succeeded(out var answered, out refused)) return refused;
        var title = string.IsNullOrWhiteSpace(report.Title) ? Shorten(report.Text!) : report.Title.Trim();
        var answer = await answers.ForAsync(title, report.Text!, verdict.DivisionCode, verdict.CategoryCode, ct);
        return new Draft(looked, title, photos, verdict, answered, answer?.Answer);
    }

    /// <summary>Adds the case with all that belongs to it to the pending changes of the running transaction.</summary>
    /// <param name="draft">The report that was looked at.</param>
    /// <param name="secret">The secret of the follow-up link.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ReceivedCase> FileAsync(Draft draft, string secret, CancellationToken ct)
    {
        var ((report, channel, phone, email, _), _, photos, verdict, answered, answer) = draft;
        var now = clock.GetUtcNow();
        var (filed, unit) = Outline(draft, Guid.CreateVersion7(now), await numbers.NextAsync(db, now, ct), Tokens.Hash(secret), now);
        filed.Wind(calendars.For(null));
        var rings = filed.Ring(now);
        db.Append(CaseSearch.RowOf(filed));
        if (report.ExternalId is { Length: > 0 } key) db.Append(new ExternalReference { Channel = channel.Code, ExternalId = key, CaseId = filed.Id, ActorId = access.Actor.Id });
        foreach (var decision in verdict.Decisions(filed, unit, now)) db.Append(decision);
        var reporter = Reporter.Of(filed.Id, report.Name, phone, email, cipher);
        if (reporter is not null) db.Append(reporter);
        var contact = await reporters.ContactAsync(reporter, ct);
        foreach (var one in answered) db.Append(Answer.Of(filed.Id, one));
        attaching.Attach(photos, db.Note(filed, CaseAction.Receive, access, now), forReporter: true);
        db.Audit(access, "cases.receive", $"case/{filed.Id}", now, filed.DivisionCode, new { filed.Number, filed.Channel });
        db.Publish(new CaseReceived(filed.Id, filed.Number, filed.DivisionCode, filed.CategoryCode, filed.UnitId, now), now);
        if (verdict.Place.Unmatched is { } written) db.Publish(new AddressUnmatched(written, verdict.DivisionCode, "cases/" + channel.Code), now);
        if (rings) db.Remember(filed, CaseAction.Alarm, Alerts.EscalateAlarms.Access, now);
        reporters.Tell(filed, contact, CaseAction.Receive, null, now);
        if (answer is not null) Reply(filed, answer, contact, now);
        if (channel.Trusted && unit.Entry is { } entry && units.Find(entry.UnitId) is { } responsible && verdict.Certain(options.Value)) SendOut(filed, responsible, contact, now);
        db.Append(filed);
        return new ReceivedCase(filed.Id, filed.Number, $"/r/{secret}", filed.CategoryCode, filed.DivisionCode, filed.UnitId, filed.Status, filed.DueAt);
    }

    /// <summary>The case that a report makes, with the unit that would have it. Nothing is written.</summary>
    public (Case Case, UnitChoice Unit) Outline(Draft draft, Guid id, string number, byte[] followUp, DateTimeOffset now)
    {
        var ((report, channel, _, _, rules), title, _, verdict, answered, _) = draft;
        var outlined = new Case
        {
            Id = id,
            Number = number,
            Channel = channel.Code,
            Title = title,
            Text = report.Text!.Trim(),
            ReceivedAt = now,
            FollowUpHash = followUp,
            Level = report.Level ?? Gravest(channel.Level, rules.Taxonomy.Find(verdict.CategoryCode)?.Urgent is true ? 2 : null),
            DivisionCode = verdict.DivisionCode,
            Longitude = report.Longitude,
            Latitude = report.Latitude,
            Place = string.IsNullOrWhiteSpace(report.Place) ? null : report.Place.Trim(),
            CategoryCode = verdict.CategoryCode,
        };
        return (outlined, routing.Route(outlined, answered, rules));
    }

    /// <summary>Accepts and dispatches by itself what needs no clerk.</summary>
    private void SendOut(Case filed, Unit unit, Contact contact, DateTimeOffset now)
    {
        var program = new SystemAccess("auto-dispatch");
        foreach (var action in (CaseAction[])[CaseAction.Accept, CaseAction.Dispatch])
        {
            filed.Move(action, program, now);
            if (action is CaseAction.Dispatch) filed.GiveTo(unit);
            filed.Wind(calendars.For(action is CaseAction.Dispatch ? unit.Id : null));
            db.Remember(filed, action, program, now);
            reporters.Tell(filed, contact, action, null, now);
        }
        db.Append(Assignment.Lead(filed, now));
    }

    /// <summary>Tells the reporter at once what is known of the matter; the case goes its way nevertheless.</summary>
    private void Reply(Case filed, string answer, Contact contact, DateTimeOffset now)
    {
        var program = new SystemAccess("ready-answer");
        filed.Move(CaseAction.Reply, program, now);
        db.Remember(filed, CaseAction.Reply, program, now, answer, forReporter: true);
        reporters.Tell(filed, contact, CaseAction.Reply, answer, now);
    }

    private static bool Phone(ReceiveCase report, out string? phone)
    {
        phone = string.IsNullOrWhiteSpace(report.Phone) ? null : MobileNumber.Read(report.Phone);
        return phone is not null || string.IsNullOrWhiteSpace(report.Phone);
    }

    /// <summary>The graver of two levels; where neither is said, the case is an ordinary one.</summary>
    private static int Gravest(int? one, int? other) => one is { } first && other is { } second ? Math.Min(first, second) : one ?? other ?? Ordinary;

    /// <summary>The first sentence, or as much of it as fits a heading.</summary>
    public static string Shorten(string text)
    {
        var line = text.Trim();
        var end = line.AsSpan().IndexOfAny("。！？；\n\r!?;");
        if (end > 0) line = line[..end];
        return line.Length <= TitleLength ? line : string.Concat(line.AsSpan(0, TitleLength - 1), "…");
    }
}

/// <summary>A report that can be filed.</summary>
internal sealed record CheckedReport(ReceiveCase Report, Channel Channel, string? Phone, string? Email, RoutingRules Rules);

/// <summary>A report that can be filed, with what the program makes of it.</summary>
internal sealed record Draft(CheckedReport Checked, string Title, IReadOnlyList<(StoredFile File, string Name)> Photos, Verdict Verdict, IReadOnlyList<AskedQuestion> Answered, string? Answer);
