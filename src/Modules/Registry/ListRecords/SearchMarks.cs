using Linli.Platform.Access;

namespace Linli.Registry;

/// <summary>
/// Marks that stand among a record's words: its type, the divisions it lies in, and whether it is still there. A search that asks for
/// them meets only records its reader may see, and may stop early. They narrow; what may be seen the query itself decides.
/// </summary>
internal static class SearchMarks
{
    /// <summary>How long the codes of divisions are, from the province to the grid.</summary>
    private static readonly int[] Levels = [2, 4, 6, 9, 12, 15];

    private const string Type = "t0", Division = "d0", There = "s0now", Ended = "s0ended";

    public static string Of(RegistryRecord record) =>
        string.Join(' ', Levels.Where(l => l < record.DivisionCode.Length).Select(l => record.DivisionCode[..l]).Append(record.DivisionCode).Select(code => Division + code).Append(OfType(record.TypeCode)).Append(record.EndedOn is null ? There : Ended));

    /// <summary>The marks of what meets a filter: one of each group. Exact: whether what has them meets the filter, too.</summary>
    public static (IReadOnlyList<IReadOnlyList<string>> Groups, bool Exact) Of(RecordFilter filter, IAccess access)
    {
        var (prefix, grids) = access.Reach(filter.Division);
        var groups = new List<IReadOnlyList<string>> { new[] { filter.Ended ? Ended : There } };
        if (filter.Type is not null) groups.Add([OfType(filter.Type)]);
        var marked = prefix is not null && !Levels.Contains(prefix.Length) ? Levels.LastOrDefault(l => l < prefix.Length) : prefix?.Length ?? 0;
        IReadOnlyList<string> divisions = [.. grids.Append(prefix?[..marked]).Where(code => code is { Length: > 0 }).Select(code => Division + code)];
        if (divisions.Count > 0 && prefix is not "") groups.Add(divisions);
        return (groups, marked == (prefix?.Length ?? 0) && filter.Facets is null or { Count: 0 });
    }

    private static string OfType(string code) => Type + string.Concat(code.Where(char.IsAsciiLetterOrDigit));
}
