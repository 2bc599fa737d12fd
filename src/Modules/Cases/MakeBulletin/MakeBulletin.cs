using System.Globalization;
using Linli.Cases.Figures;
using Linli.Cases.FindTopics;
using Linli.Cases.ListCases;
using Linli.Cases.ScoreUnits;
using Linli.Cases.Showing;
using Linli.Cases.Templates;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Export;
using Linli.Platform.Files;
using Linli.Platform.Problems;
using Linli.Platform.Time;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Linli.Cases.MakeBulletin;

/// <summary>The bulletin of a division's week.</summary>
internal sealed record MakeBulletin : ICommand
{
    /// <summary>The district or a street; none: the caller's own.</summary>
    public string? Division { get; set; }

    /// <summary>Any day of the week; none: the last week that is over.</summary>
    public DateOnly? Day { get; set; }
}

/// <summary>Makes bulletins. Every figure is read by the code of the pages of figures, scorecard, topics and lists, within the caller's scope.</summary>
internal sealed class MakeBulletinHandler(
    AppDb db, IAccess access, ReadFiguresHandler figures, ScoreUnitsHandler scores, ReadTopicsHandler topics, ListCasesHandler cases, CaseLexicon lexicon, IDivisions divisions, FileStore files, TemplateShelf templates,
    IOptions<CasesOptions> options, IStringLocalizer<CasesModule> text, SiteTime site, TimeProvider clock)
{
    private const int MostOverdue = 30, MostListed = 200, Earliest = 2000;
    private static readonly FileLimits Office = new() { Kinds = FileKinds.Office };

    /// <summary>Monday of the last week that is over.</summary>
    public DateOnly LastWeek => Bulletin.WeekOf(site.Date(clock.GetUtcNow())).AddDays(-7);

    /// <summary>Bulletins of the caller's divisions, the newest first. Whoever sees only what their unit has reads none.</summary>
    public async Task<IReadOnlyList<Bulletin>> ListAsync(CancellationToken ct) => access.OwnUnitOnly ? [] :
        await db.Bulletins.AsNoTracking().Within(access).OrderByDescending(b => b.Week).ThenBy(b => b.DivisionCode).ThenByDescending(b => b.MadeAt).Take(MostListed).ToListAsync(ct);

    public Task<Bulletin?> FindAsync(Guid id, CancellationToken ct) => db.Bulletins.AsNoTracking().Within(access).SingleOrDefaultAsync(b => b.Id == id && !access.OwnUnitOnly, ct);

    public async Task<Result<Guid>> HandleAsync(MakeBulletin command, CancellationToken ct)
    {
        if (access.OwnUnitOnly) return Problem.Forbidden;
        var division = string.IsNullOrEmpty(command.Division) ? access.Division is { Length: > 0 } own ? own : options.Value.HomeDivision : command.Division;
        if (divisions.Find(division) is null || !access.Sees(division)) return CaseErrors.UnknownDivision;
        var week = command.Day is { } day ? Bulletin.WeekOf(day) : LastWeek;
        if (week.Year < Earliest || week > site.Date(clock.GetUtcNow())) return Problem.Invalid("day", "cases.week-to-come");
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;   // in the language of the place, until this method ends
        var sheet = await ReadAsync(division, week, ct);
        var (word, excel) = (await WordAsync(sheet, ct), await ExcelAsync(sheet, ct));
        var now = clock.GetUtcNow();
        var made = new Bulletin
        {
            Id = Guid.CreateVersion7(now), DivisionCode = division, Week = week, MadeAt = now, MadeBy = access.Actor.Name,
            WordHash = word.Hash, WordLength = word.Length, ExcelHash = excel.Hash, ExcelLength = excel.Length,
        };
        db.Add(made);
        db.Audit(access, "cases.make-bulletin", $"bulletin/{made.Id}", now, division, new { week });
        await db.SaveChangesAsync(ct);
        return made.Id;
    }

    private async Task<BulletinSheet> ReadAsync(string division, DateOnly week, CancellationToken ct)
    {
        var filter = new CaseFilter { Division = division, From = week, To = week.AddDays(6) };
        var late = new CaseFilter { Division = division, Due = CaseFilter.Overdue };
        return new(
            division, week, await figures.HandleAsync(filter, ct), await figures.HandleAsync(filter with { From = week.AddDays(-7), To = week.AddDays(-1) }, ct),
            await scores.HandleAsync(filter, ct), [.. (await topics.ListAsync(ct)).Where(t => t.DivisionCode.StartsWith(division, StringComparison.Ordinal))],
            await cases.FirstAsync(late, MostOverdue, ct), (await cases.CountAsync(late, CaseStatuses.Open, ct)).In(CaseStatuses.Open), await lexicon.ReadAsync(ct));
    }

    private async Task<StoredFile> WordAsync(BulletinSheet sheet, CancellationToken ct)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["division"] = sheet.Words.Division(sheet.Division), ["from"] = Day(sheet.Week), ["to"] = Day(sheet.Week.AddDays(6)), ["made"] = site.Long(clock.GetUtcNow()),
            ["lateNow"] = sheet.LateNow.ToString("N0", CultureInfo.InvariantCulture),
        };
        foreach (var (name, now, before) in sheet.Numbers()) (words[name], words[name + "Change"]) = (now.ToString("N0", CultureInfo.InvariantCulture), Change(now, before));
        foreach (var (name, now, before) in sheet.Rates()) (words[name], words[name + "Change"]) = (FigureWords.Percent(now), Points(now, before));
        var lists = Tables(sheet).ToDictionary(t => t.Name, t => (IReadOnlyList<IReadOnlyDictionary<string, string>>)[.. t.Rows.Select(row => t.Columns.Zip(row, (column, value) => (column, value)).ToDictionary(c => c.column, c => Said(c.value)))]);
        await using var template = await templates.OpenAsync(TemplateKind.Bulletin, ct);
        using var filled = new MemoryStream(WordTemplate.Fill(template, words, lists));
        return (await files.Save(filled, Office, ct)).File!;
    }

    private async Task<StoredFile> ExcelAsync(BulletinSheet sheet, CancellationToken ct)
    {
        using var content = new MemoryStream();
        await using (var workbook = new ExcelFile(content))
        {
            workbook.Sheet(text["Bulletin.total"]);
            await workbook.WriteAsync(text["bulletin-column.name"].Value, text["bulletin-column.now"].Value, text["bulletin-column.before"].Value, text["bulletin-column.change"].Value);
            foreach (var (name, now, before) in sheet.Numbers()) await workbook.WriteAsync(text[$"bulletin-figure.{name}"].Value, now, before, Change(now, before));
            foreach (var (name, now, before) in sheet.Rates()) await workbook.WriteAsync(text[$"bulletin-figure.{name}"].Value, FigureWords.Percent(now), FigureWords.Percent(before), Points(now, before));
            foreach (var table in Tables(sheet))
            {
                workbook.Sheet(text[$"Bulletin.{table.Name}"]);
                await workbook.WriteAsync([.. table.Columns.Select(column => text[$"bulletin-column.{column}"].Value)]);
                foreach (var row in table.Rows) await workbook.WriteAsync(row);
            }
        }
        content.Position = 0;
        return (await files.Save(content, Office, ct)).File!;
    }

    private IEnumerable<BulletinTable> Tables(BulletinSheet sheet)
    {
        yield return new("places", Lines(sheet.Now.ByDivision, sheet.Before.ByDivision));
        yield return new("units", Lines(sheet.Now.ByUnit, sheet.Before.ByUnit));
        yield return new("categories", Lines(sheet.Now.ByCategory, sheet.Before.ByCategory));
        yield return new("topics", sheet.Topics.Select(t => new object?[] { t.Title, t.Place, t.Reports, t.WeekBefore, t.ThisWeek }));
        yield return new(
            "scores", sheet.Scores.Index().Select(s => new object?[] { s.Index + 1, s.Item.Name, Math.Round(s.Item.Total, 1), FigureWords.Rate(s.Item.Figures), FigureWords.Percent(s.Item.Figures.SatisfactionRate) }));
        yield return new(
            "overdue", sheet.Late.Select(c => new object?[] { c.Number, c.Title, sheet.Words.Unit(c.UnitId), sheet.Words.Division(c.DivisionCode), c.DueAt is { } due ? site.Long(due) : null }));
    }

    private static IEnumerable<object?[]> Lines(IEnumerable<FigureLine> now, IEnumerable<FigureLine> before)
    {
        var past = before.ToDictionary(line => line.Key, line => line.Figures.Received);
        return now.Select(line => new object?[]
        {
            line.Name, line.Figures.Received, past.GetValueOrDefault(line.Key), Change(line.Figures.Received, past.GetValueOrDefault(line.Key)), line.Figures.Closed, line.Figures.Open, line.Figures.Overdue, FigureWords.Rate(line.Figures),
        });
    }

    private static string Change(int now, int before) =>
        (now - before).ToString("+0;-0;0", CultureInfo.InvariantCulture) + (before == 0 ? "" : ((now - before) * 100.0 / before).ToString(" (+0.0'%'); (-0.0'%'); (0'%')", CultureInfo.InvariantCulture));

    private static string Points(double? now, double? before) => (100 * (now - before))?.ToString("+0.0;-0.0;0", CultureInfo.InvariantCulture) ?? "—";

    private static string Said(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}

/// <summary>All that a bulletin says.</summary>
internal sealed record BulletinSheet(
    string Division, DateOnly Week, FigureSheet Now, FigureSheet Before, IReadOnlyList<UnitScore> Scores, IReadOnlyList<HotTopic> Topics, IReadOnlyList<CaseRow> Late, int LateNow, CaseWords Words)
{
    /// <summary>Counts of the week and of the week before.</summary>
    public (string Name, int Now, int Before)[] Numbers() =>
    [
        ("received", Now.Total.Received, Before.Total.Received), ("closed", Now.Total.Closed, Before.Total.Closed), ("open", Now.Total.Open, Before.Total.Open), ("late", Now.Total.Overdue, Before.Total.Overdue),
    ];

    /// <summary>Rates of the week and of the week before.</summary>
    public (string Name, double? Now, double? Before)[] Rates() =>
    [
        ("onTimeRate", Now.Total.OnTimeRate, Before.Total.OnTimeRate), ("promptRate", Now.Total.PromptRate, Before.Total.PromptRate), ("threeDaysRate", Now.Total.WithinThreeDaysRate, Before.Total.WithinThreeDaysRate),
        ("returnRate", Now.Total.ReturnRate, Before.Total.ReturnRate), ("satisfied", Now.Total.SatisfactionRate, Before.Total.SatisfactionRate),
    ];
}

/// <summary>A table of a bulletin: the same in the document and in the workbook.</summary>
internal sealed record BulletinTable(string Name, IEnumerable<object?[]> Rows)
{
    public string[] Columns => BulletinPlaces.Tables[Name];
}
