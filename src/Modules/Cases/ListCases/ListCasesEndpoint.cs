using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace Linli.Cases.ListCases;

internal static class ListCasesEndpoint
{
    /// <summary>Cases within the caller's divisions, a page at a time.</summary>
    public static async Task<Ok<CasePage>> Get([AsParameters] CaseFilter filter, HttpContext http, ListCasesHandler handler, CancellationToken ct, int page = 1, int size = ListCasesHandler.PageSize)
    {
        var list = await handler.HandleAsync(filter, page, size, ct);
        return TypedResults.Ok(new CasePage([.. list.Rows.Select(CaseLine.Of)], list.More ? Next(filter, list) : null));
    }

    /// <summary>How many cases a filter finds in each state.</summary>
    public static async Task<Ok<CaseCounts>> GetCounts([AsParameters] CaseFilter filter, ListCasesHandler handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.CountAsync(filter, Enum.GetValues<CaseStatus>(), ct));

    private static string Next(CaseFilter filter, CaseList list) => QueryHelpers.AddQueryString(filter.At("/api/v1/cases"), new Dictionary<string, string?>
    {
        ["page"] = (list.Page + 1).ToString(CultureInfo.InvariantCulture),
        ["size"] = list.Size.ToString(CultureInfo.InvariantCulture),
    });
}

/// <summary>A page of cases.</summary>
/// <param name="Items">The cases.</param>
/// <param name="Next">Address of the next page; absent on the last.</param>
internal sealed record CasePage(IReadOnlyList<CaseLine> Items, string? Next);

/// <summary>A case in a list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">Case number.</param>
/// <param name="Title">Heading.</param>
/// <param name="Channel">Where it came from.</param>
/// <param name="Status">State.</param>
/// <param name="Level">1 (gravest) to 5.</param>
/// <param name="DivisionCode">Where.</param>
/// <param name="Place">The place in words.</param>
/// <param name="CategoryCode">What.</param>
/// <param name="UnitId">The unit that has it; before dispatch the one suggested.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="DueAt">When the running clock ends.</param>
/// <param name="ClosedAt">When it was closed or declined.</param>
/// <param name="OnTime">Whether it was handled within its limit.</param>
/// <param name="Satisfied">The reporter's last word.</param>
internal sealed record CaseLine(
    Guid Id, string Number, string Title, string Channel, CaseStatus Status, int Level, string DivisionCode, string? Place, string? CategoryCode, Guid? UnitId,
    DateTimeOffset ReceivedAt, DateTimeOffset? DueAt, DateTimeOffset? ClosedAt, bool? OnTime, bool? Satisfied)
{
    public static CaseLine Of(CaseRow row) => new(
        row.Id, row.Number, row.Title, row.Channel, row.Status, row.Level, row.DivisionCode, row.Place, row.CategoryCode, row.UnitId,
        row.ReceivedAt, row.DueAt, row.ClosedAt, row.OnTime, row.Satisfied);
}
