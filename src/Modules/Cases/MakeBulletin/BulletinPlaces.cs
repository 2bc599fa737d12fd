namespace Linli.Cases.MakeBulletin;

/// <summary>What may stand in the template of a bulletin.</summary>
internal static class BulletinPlaces
{
    private static readonly string[] Lines = ["name", "received", "before", "change", "closed", "open", "late", "onTimeRate"];

    public static readonly IReadOnlyList<string> Words = ["division", "from", "to", "made", "lateNow"];

    /// <summary>Each also with <c>Change</c> behind it: against the week before.</summary>
    public static readonly IReadOnlyList<string> Figures = ["received", "closed", "open", "late", "onTimeRate", "promptRate", "threeDaysRate", "returnRate", "satisfied"];

    /// <summary>Columns by table, in the order of the workbook; a row that holds <c>{{table.column}}</c> is repeated.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Tables = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["places"] = Lines,
        ["units"] = Lines,
        ["categories"] = Lines,
        ["topics"] = ["name", "place", "reports", "before", "received"],
        ["scores"] = ["rank", "name", "score", "onTimeRate", "satisfied"],
        ["overdue"] = ["number", "name", "unit", "place", "due"],
    };
}
