using System.Globalization;
using Linli.Cases.Channels;
using Linli.Cases.Deadlines;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Tables;
using Linli.Worktime;

namespace Linli.Cases.ReviseTaxonomy;

/// <summary>What sheets of categories and of entries change in taxonomy and list. Rows that make no sense are left out and named.</summary>
/// <param name="taxonomy">What is in force.</param>
/// <param name="complete">Whether the sheets name all there is to be: what a sheet does not name ends.</param>
/// <param name="home">The district; only who sees all of it changes categories.</param>
internal sealed class ReadRevision(TaxonomySnapshot taxonomy, ChannelRegister channels, IDivisions divisions, IUnits units, IAccess access, string home, bool complete)
{
    private const int LongestCode = 40, LongestName = 100, LongestKeywords = 1000, LongestStandard = 1000, LongestBasis = 500, Deepest = 4;

    private readonly Dictionary<string, CategoryFacts> named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> successors = new(StringComparer.Ordinal);
    private readonly Dictionary<EntryKey, EntryFacts> entries = [];
    private readonly List<RefusedLine> refused = [];
    private bool hasCategories, hasEntries;

    /// <summary>Nothing ends because its row could not be read.</summary>
    private bool Ends => complete && refused.Count == 0;

    public RevisionContent Of(IReadOnlyList<UploadedTable> sheets)
    {
        var tables = sheets.Select((table, i) => (Sheet: i + 1, Table: table, Columns: ListColumns.In(table))).ToList();
        var ofCategories = tables.FindAll(t => t.Columns.ContainsKey("code") && t.Columns.ContainsKey("level1"));
        var ofEntries = tables.FindAll(t => t.Columns.ContainsKey("category") && t.Columns.ContainsKey("division") && t.Columns.ContainsKey("unit"));
        (hasCategories, hasEntries) = (ofCategories.Count > 0, ofEntries.Count > 0);
        foreach (var (sheet, table, _) in tables.Except(ofCategories).Except(ofEntries)) refused.Add(new(sheet, 1, "cases.row-head", string.Join(' ', table.Header.Take(5))));
        foreach (var (sheet, table, columns) in ofCategories) Each(sheet, table, columns, ReadCategory, byLength: true);
        foreach (var (sheet, table, columns) in ofEntries) Each(sheet, table, columns, ReadEntry, byLength: false);
        var categories = Categories().OrderBy(c => c.Code, StringComparer.Ordinal).ToList();
        return new(categories, [.. Entries(categories)], refused);
    }

    private void Each(int sheet, UploadedTable table, IReadOnlyDictionary<string, int> columns, Func<ListRow, (string Error, string Value)?> read, bool byLength)
    {
        var rows = table.Rows.Select((values, i) => (Line: i + UploadedTable.FirstLine, Row: new ListRow(columns, values)));
        foreach (var (line, row) in byLength ? rows.OrderBy(r => r.Row["code"].Length) : rows)   // parents before children
            if (read(row) is var (error, value)) refused.Add(new(sheet, line, error, value));
    }

    private (string Error, string Value)? ReadCategory(ListRow row)
    {
        var (code, name) = (row["code"], Enumerable.Range(1, Deepest).Select(level => row[$"level{level}"]).LastOrDefault(said => said.Length > 0) ?? "");
        var former = row["former"].Split([' ', ',', '，', '、', ';', '；'], StringSplitOptions.RemoveEmptyEntries);
        if (!access.Sees(home)) return ("cases.row-not-yours", code);
        if (code.Length is 0 or > LongestCode || !code.All(char.IsAsciiLetterOrDigit)) return ("cases.row-code", code);
        if (name.Length is 0 or > LongestName || row["nameEn"].Length > LongestName) return ("cases.row-name", code);
        if (row["keywords"].Length > LongestKeywords) return ("cases.keywords-too-long", code);
        if (Urgent(row["urgent"]) is not { } urgent) return ("cases.row-urgent", row["urgent"]);
        if (taxonomy.Find(code) is null && Above(code) is { } above && (taxonomy.Find(above)?.IsLeaf is true)) return ("cases.row-below-leaf", above);
        if (Depth(code) > Deepest) return ("cases.row-too-deep", code);
        if (Array.Find(former, old => taxonomy.Find(old) is not { EndedAt: null } || old == code || named.ContainsKey(old) || successors.ContainsKey(old)) is { } wrong) return ("cases.row-former", wrong);
        if (successors.ContainsKey(code)) return ("cases.row-former", code);
        var before = taxonomy.Find(code);
        if (!named.TryAdd(code, new(name, row.Columns.ContainsKey("nameEn") ? row["nameEn"] : before?.NameEn ?? "", row.Columns.ContainsKey("keywords") ? row["keywords"] : before?.Keywords ?? "", urgent))) return ("cases.row-twice", code);
        foreach (var old in former) successors[old] = code;
        return null;
    }

    private (string Error, string Value)? ReadEntry(ListRow row)
    {
        var (category, division) = (row["category"], row["division"]);
        if (!Stays(category)) return ("cases.unknown-category", category);
        if (divisions.Find(division) is null || !access.Sees(division)) return ("cases.unknown-division", division);
        if (units.FindByCode(row["unit"]) is not { } unit) return ("cases.unknown-unit", row["unit"]);
        if (!Limited(row, "accept", Promise.None.Accept, out var accept) || !Limited(row, "dispatch", Promise.None.Dispatch, out var dispatch) || !Limited(row, "handle", Promise.None.Handle, out var handle)) return ("cases.limit-form", $"{row["accept"]} {row["dispatch"]} {row["handle"]}");
        if (row["standard"].Length > LongestStandard || row["basis"].Length > LongestBasis) return ("cases.standard-too-long", category);
        var level = row.Optional("level") is not { } said ? (int?)null : int.TryParse(said, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var draft = new ConditionDraft(row.Optional("time"), row.Optional("channel"), level, row.Optional("question"), row.Optional("answer"));
        if (draft.Read(category, taxonomy, channels, out var condition) is { } unclear) return (unclear.Errors!.Values.First()[0], string.Join(' ', new[] { "time", "channel", "level", "question", "answer" }.Select(row.Optional).OfType<string>()));
        return entries.TryAdd(new(category, division, condition), new(unit.Id, new(accept, dispatch, handle, row.Optional("standard"), row.Optional("basis")))) ? null : ("cases.row-twice", $"{category} {division}");
    }

    private IEnumerable<CategoryChange> Categories()
    {
        var moved = successors.Where(s => taxonomy.Find(s.Value) is null && taxonomy.Find(s.Key)!.Name == named[s.Value].Name).Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (code, after) in named)
        {
            var before = taxonomy.Find(code);
            if (before is not { EndedAt: null }) yield return new(ChangeKind.Added, code, null, after);
            else if (before.Name != after.Name) yield return new(ChangeKind.Renamed, code, CategoryFacts.Of(before), after);
            else if (CategoryFacts.Of(before) != after) yield return new(ChangeKind.Words, code, CategoryFacts.Of(before), after);
        }
        foreach (var (old, now) in successors) yield return new(moved.Contains(old) ? ChangeKind.Moved : ChangeKind.Merged, old, CategoryFacts.Of(taxonomy.Find(old)!), null, now);
        if (!Ends || !hasCategories) yield break;
        foreach (var gone in taxonomy.All.Where(c => !successors.ContainsKey(c.Code) && !named.Keys.Any(code => code.StartsWith(c.Code, StringComparison.Ordinal)))) yield return new(ChangeKind.Ended, gone.Code, CategoryFacts.Of(gone), null);
    }

    /// <summary>What the sheet says, what it leaves out, and what categories take with them: entries follow one that moves and end with one that ends.</summary>
    private IEnumerable<EntryChange> Entries(IReadOnlyList<CategoryChange> categories)
    {
        var ending = categories.Where(c => c.After is null).ToDictionary(c => c.Code, StringComparer.Ordinal);
        var inForce = taxonomy.Responsibilities.All.Where(e => access.Sees(e.DivisionCode)).ToDictionary(EntryKey.Of);
        foreach (var (key, entry) in inForce)
            if (ending.GetValueOrDefault(key.Category) is { Kind: ChangeKind.Moved, Successor: { } now }) entries.TryAdd(key with { Category = now }, EntryFacts.Of(entry));
        foreach (var (key, after) in entries)
            if (EntryChange.Between(key, inForce.TryGetValue(key, out var before) ? EntryFacts.Of(before) : null, after) is { } change) yield return change;
        foreach (var (key, entry) in inForce)
            if (!entries.ContainsKey(key) && (ending.ContainsKey(key.Category) || (Ends && hasEntries))) yield return EntryChange.Between(key, EntryFacts.Of(entry), null)!;
    }

    private bool Stays(string code) => named.ContainsKey(code) || (taxonomy.Find(code) is { EndedAt: null } && !successors.ContainsKey(code) && !(complete && hasCategories));

    private int Depth(string code) => Above(code) is { } above ? Depth(above) + 1 : 1;

    private string? Above(string code) => CodeTree.Above(code, above => named.ContainsKey(above) || taxonomy.Find(above) is not null);

    private static bool? Urgent(string said) => said switch { "" or "0" or "否" or "no" => false, "1" or "是" or "yes" => true, _ => null };

    private static bool Limited(ListRow row, string field, Limit otherwise, out Limit limit)
    {
        limit = otherwise;
        return row.Optional(field) is not { } said || Limit.TryParse(said, out limit);
    }
}

/// <summary>A child's code begins with its parent's.</summary>
internal static class CodeTree
{
    /// <summary>The longest code that is known and that another begins with.</summary>
    public static string? Above(string code, Func<string, bool> known)
    {
        for (var length = code.Length - 1; length > 0; length--)
            if (known(code[..length])) return code[..length];
        return null;
    }
}
