using Linli.Cases.History;
using Linli.Cases.Intake;
using Linli.Cases.Questions;
using Linli.Cases.Search;
using Linli.Contracts.Cases;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Events;
using Linli.Platform.Formats;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Microsoft.Extensions.Options;

namespace Linli.Cases.ReceiveCase;

/// <summary>Files a report: classify, locate, find the unit, start the clock; all in one transaction with history, event and audit.</summary>
internal sealed class ReceiveCaseHandler(
    AppDb db, IAccess access, Judgement judgement, Answering answering, Routing routing, CaseNumbers numbers, ICalendars calendars, Attaching attaching,
    TellReporter.TellReporter reporters, ReplyAtOnce.AnswersInForce answers, FieldCipher cipher, IOptions<CasesOptions> options, TimeProvider clock)
{
    private const int TitleLength = 30;

    /// <param name="command">The report.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="given">The secret of the follow-up link, where the form brought one along so that sending it twice is noticed.</param>
    public async Task<Result<ReceivedCase>> HandleAsync(ReceiveCase command, CancellationToken ct, string? given = null)
    {
        if (!Phone(command, out var phone)) return Problem.Invalid("phone", "cases.bad-phone");
        var rules = await routing.RulesAsync(ct);
        var taxonomy = rules.Taxonomy;
        if (command.CategoryCode is { Length: > 0 } code && taxonomy.FindLeaf(code) is null) return CaseErrors.UnknownCategory;
        if (!(await attaching.StoreAsync(command.Photos, ct)).Succeeded(out var photos, out var refused)) return refused;

        var now = clock.GetUtcNow();
        var verdict = await judgement.OfAsync(command, taxonomy, now, ct);
        if (!answering.Take(taxonomy.QuestionsOf(verdict.CategoryCode), command.Answers, verdict.ChosenByReporter).Succeeded(out var answered, out refused)) return refused;
        var title = string.IsNullOrWhiteSpace(command.Title) ? Shorten(command.Text!) : command.Title.Trim();
        var answer = await answers.ForAsync(title, command.Text!, verdict.DivisionCode, verdict.CategoryCode, ct);
        var secret = given ?? Tokens.New();
        await using var work = await db.BeginAsync(ct);
        var filed = new Case
        {
            Id = Guid.CreateVersion7(now),
            Number = await numbers.NextAsync(db, now, ct),
            Channel = command.Channel ?? "web",
            Title = title,
            Text = command.Text!.Trim(),
            ReceivedAt = now,
            FollowUpHash = Tokens.Hash(secret),
            Level = command.Level ?? (taxonomy.Find(verdict.CategoryCode)?.Urgent is true ? 2 : 4),
            DivisionCode = verdict.DivisionCode,
            Longitude = command.Longitude,
            Latitude = command.Latitude,
            Place = string.IsNullOrWhiteSpace(command.Place) ? null : command.Place.Trim(),
            CategoryCode = verdict.CategoryCode,
        };
        var unit = routing.Route(filed, rules);
        filed.Wind(calendars.For(null));
        db.Append(CaseSearch.RowOf(filed));
        foreach (var decision in verdict.Decisions(filed, unit, now)) db.Append(decision);
        if (Reporter.Of(filed.Id, command.Name, phone, cipher) is { } reporter) db.Append(reporter);
        foreach (var one in answered) db.Append(Answer.Of(filed.Id, one));
        attaching.Attach(photos, db.Note(filed, CaseAction.Receive, access, now), forReporter: true);
        db.Audit(access, "cases.receive", $"case/{filed.Id}", now, filed.DivisionCode, new { filed.Number, filed.Channel });
        db.Publish(new CaseReceived(filed.Id, filed.Number, filed.DivisionCode, filed.CategoryCode, filed.UnitId, now), now);
        if (phone is not null) reporters.Tell(filed.Id, filed.Number, phone, CaseAction.Receive, null, now);
        if (answer is not null) Reply(filed, answer.Answer, phone, now);
        if (unit.Entry is { } entry && verdict.Certain(options.Value)) SendOut(filed, entry.UnitId, phone, now);
        db.Append(filed);
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return new ReceivedCase(filed.Id, filed.Number, $"/r/{secret}", filed.CategoryCode, filed.DivisionCode, filed.UnitId, filed.Status, filed.DueAt);
    }

    /// <summary>Accepts and dispatches by itself what needs no clerk.</summary>
    private void SendOut(Case filed, Guid unit, string? phone, DateTimeOffset now)
    {
        var program = new SystemAccess("auto-dispatch");
        foreach (var action in (CaseAction[])[CaseAction.Accept, CaseAction.Dispatch])
        {
            filed.Move(action, program, now);
            if (action is CaseAction.Dispatch) filed.GiveTo(unit);
            filed.Wind(calendars.For(action is CaseAction.Dispatch ? unit : null));
            db.Remember(filed, action, program, now);
            if (phone is not null) reporters.Tell(filed.Id, filed.Number, phone, action, null, now);
        }
        db.Append(Assignment.Lead(filed, now));
    }

    /// <summary>Tells the reporter at once what is known of the matter; the case goes its way nevertheless.</summary>
    private void Reply(Case filed, string answer, string? phone, DateTimeOffset now)
    {
        var program = new SystemAccess("ready-answer");
        filed.Move(CaseAction.Reply, program, now);
        db.Remember(filed, CaseAction.Reply, program, now, answer, forReporter: true);
        if (phone is not null) reporters.Tell(filed.Id, filed.Number, phone, CaseAction.Reply, answer, now);
    }

    private static bool Phone(ReceiveCase command, out string? phone)
    {
        phone = string.IsNullOrWhiteSpace(command.Phone) ? null : MobileNumber.Read(command.Phone);
        return phone is not null || string.IsNullOrWhiteSpace(command.Phone);
    }

    /// <summary>The first sentence, or as much of it as fits a heading.</summary>
    private static string Shorten(string text)
    {
        var line = text.Trim();
        var end = line.AsSpan().IndexOfAny("。！？；\n\r!?;");
        if (end > 0) line = line[..end];
        return line.Length <= TitleLength ? line : string.Concat(line.AsSpan(0, TitleLength - 1), "…");
    }
}
