using System.ComponentModel.DataAnnotations;
using Linli.Cases.History;
using Linli.Cases.Intake;
using Linli.Cases.Search;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.SplitCase;

/// <summary>拆分: a report of several matters goes on in parts, each with its own category, unit and limits. The whole closes when they have.</summary>
internal sealed record SplitCase : CaseCommand
{
    public const int Fewest = 2, Most = 10;

    /// <summary>The parts; those without a text are left out.</summary>
    public List<PartOfCase> Parts { get; set => field = value ?? []; } = [];
}

/// <summary>One matter of a report.</summary>
internal sealed record PartOfCase
{
    /// <summary>What is to be done, 2 to 2,000 characters.</summary>
    public string? Text { get; set; }

    /// <summary>Its leaf of the taxonomy; without one the program judges it by the text.</summary>
    public string? CategoryCode { get; set; }
}

internal sealed class SplitCaseHandler(CaseWork work, AppDb db, IAccess access, Judgement judgement, Routing routing, ICalendars calendars)
{
    public async Task<Result<CaseState>> HandleAsync(Guid id, SplitCase command, CancellationToken ct)
    {
        var rules = await routing.RulesAsync(ct);
        var parts = command.Parts.OfType<PartOfCase>().Where(p => !string.IsNullOrWhiteSpace(p.Text)).Select(p => p with { Text = p.Text!.Trim() }).ToList();
        if (parts.Count is < SplitCase.Fewest or > SplitCase.Most || parts.Exists(p => p.Text!.Length is < 2 or > 2000)) return Problem.Invalid("parts", "cases.bad-parts");
        if (parts.Exists(p => p.CategoryCode is { Length: > 0 } code && rules.Taxonomy.FindLeaf(code) is null)) return CaseErrors.UnknownCategory;
        var before = await db.Cases.CountAsync(c => c.WholeId == id, ct);   // from an earlier round
        return await work.DoAsync(
            id, command.Version, CaseAction.Split, remark: command.Remark,
            change: found =>
            {
                found.GoOnIn(parts.Count);
                return null;
            },
            facts: found => new { Parts = Enumerable.Range(1, found.PartsOpen).Select(i => NumberOf(found, before + i)) },
            then: async (whole, _) =>
            {
                foreach (var open in whole.OpenParts) open.End(AssignmentOutcome.Redispatched, work.Now);
                var photos = await db.Attachments.AsNoTracking().Where(a => a.CaseId == id && a.ForReporter && a.Width != null).ToListAsync(ct);
                for (var i = 0; i < parts.Count; i++) await FileAsync(whole, before + i + 1, parts[i], photos, rules, ct);
            },
            ct: ct);
    }

    private static string NumberOf(Case whole, int position) => $"{whole.Number}-{position}";

    /// <summary>Adds a part: at the place of the whole and as old as it, already taken in, with the reporter's photos; the reporter stays with the whole.</summary>
    private async Task FileAsync(Case whole, int position, PartOfCase part, List<Attachment> photos, RoutingRules rules, CancellationToken ct)
    {
        var report = new ReceiveCase.ReceiveCase { Text = part.Text, CategoryCode = part.CategoryCode };
        var verdict = await judgement.OfAsync(report, rules.Taxonomy, work.Now, ct) with { Place = new(whole.DivisionCode, "position", 1, []) };
        var filed = new Case
        {
            Id = Guid.CreateVersion7(work.Now), WholeId = whole.Id, Number = NumberOf(whole, position), Channel = whole.Channel, Title = ReceiveCase.Filing.Shorten(part.Text!), Text = part.Text!,
            ReceivedAt = whole.ReceivedAt, FollowUpHash = Tokens.Hash(Tokens.New()), Level = whole.Level, DivisionCode = whole.DivisionCode,   // nobody holds a link to it
            Longitude = whole.Longitude, Latitude = whole.Latitude, Place = whole.Place, CategoryCode = verdict.CategoryCode,
        };
        var received = db.Remember(filed, CaseAction.Receive, access, work.Now, facts: new { To = new { Whole = whole.Number } });
        filed.Move(CaseAction.Accept, new SystemAccess("split"), work.Now);
        foreach (var decision in verdict.Decisions(filed, routing.Route(filed, [], rules), work.Now)) db.Append(decision);
        filed.Wind(calendars.For(null));
        db.Remember(filed, CaseAction.Accept, access, work.Now);
        foreach (var photo in photos) db.Append(photo.For(filed.Id, received.Id));
        db.Append(CaseSearch.RowOf(filed));
        db.Append(filed);
    }
}
