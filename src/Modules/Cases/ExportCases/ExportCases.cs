using System.Linq.Expressions;
using Linli.Cases.ListCases;
using Linli.Cases.Questions;
using Linli.Cases.Showing;
using Linli.Cases.Taxonomy;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Export;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.Localization;

namespace Linli.Cases.ExportCases;

/// <summary>导出: the listed cases as a table for spreadsheets, row by row; without their reporters. Who took it out is kept.</summary>
internal sealed class ExportCasesHandler(AppDb db, IAccess access, CaseLexicon lexicon, TaxonomyCache taxonomy, IStringLocalizer<CasesModule> text, SiteTime site, TimeProvider clock)
{
    private static readonly string[] Columns =
        ["Number", "Title", "Status", "Level", "Channel", "Category", "Division", "Place", "Unit", "ReceivedAt", "DueAt", "HandledAt", "ClosedAt", "OnTime", "Satisfied", "Answers"];

    public async Task AuditAsync(CaseFilter filter, CancellationToken ct)
    {
        db.Audit(access, "cases.export", "cases", clock.GetUtcNow(), access.Division ?? "", new { Conditions = filter.At("") });
        await db.SaveChangesAsync(ct);
    }

    public async Task WriteCsvAsync(Stream output, CaseFilter filter, CancellationToken ct)
    {
        await using var csv = new CsvFile(output);
        await WriteAsync(csv, filter, ct);
    }

    public async Task WriteExcelAsync(Stream output, CaseFilter filter, CancellationToken ct)
    {
        await using var workbook = new ExcelFile(output);
        workbook.Sheet(text["Nav.Cases"]);
        await WriteAsync(workbook, filter, ct);
    }

    private async Task WriteAsync(ITableWriter table, CaseFilter filter, CancellationToken ct)
    {
        var (words, questions) = (await lexicon.ReadAsync(ct), await db.Questions.AsNoTracking().ToDictionaryAsync(q => q.Id, ct));
        filter = filter.AsOf(await taxonomy.GetAsync(ct));
        await table.WriteAsync([.. Columns.Select(c => text[$"Export.{c}"].Value)]);
        var rows = db.CasesToList(filter).Meeting(filter, access, db, site, clock.GetUtcNow()).InStates(filter.Statuses()).InOrder(filter.Order()).Select(LineOf(db));
        await foreach (var (row, answers) in rows.AsAsyncEnumerable().WithCancellation(ct))
            await table.WriteAsync(
                row.Number, row.Title, words.Status(row.Status), words.Level(row.Level), words.Channel(row.Channel), words.Category(row.CategoryCode), words.Division(row.DivisionCode), row.Place,
                words.Unit(row.UnitId), Said(row.ReceivedAt), Said(row.DueAt), Said(row.HandledAt), Said(row.ClosedAt), Said(row.OnTime), Said(row.Satisfied), Said(answers.Select(a => a.To(questions[a.QuestionId]))));
    }

    /// <summary>A case with its answers in one query, for rows are written as they come.</summary>
    private static Expression<Func<Case, ExportedLine>> LineOf(AppDb db)
    {
        var answers = db.Answers;
        Expression<Func<Case, CaseRow, ExportedLine>> line = (c, row) => new ExportedLine(row, answers.Where(a => a.CaseId == c.Id).ToList());
        var row = ReplacingExpressionVisitor.Replace(CaseRow.Of.Parameters[0], line.Parameters[0], CaseRow.Of.Body);
        return Expression.Lambda<Func<Case, ExportedLine>>(ReplacingExpressionVisitor.Replace(line.Parameters[1], row, line.Body), line.Parameters[0]);
    }

    private string? Said(IEnumerable<AskedQuestion> answers) =>
        string.Join(text["Desk.Semicolon"], answers.OrderBy(a => a.Question.Rank).Select(a => a.Question.Say() + text["Desk.Colon"] + QuestionWords.Answers(a, text))) is { Length: > 0 } said ? said : null;

    private string? Said(DateTimeOffset? at) => at is { } moment ? site.Long(moment) : null;

    private string? Said(bool? answer) => answer is { } said ? text[said ? "Export.Yes" : "Export.No"].Value : null;
}

internal sealed record ExportedLine(CaseRow Row, List<Answer> Answers);
