namespace Linli.Platform.Access;

/// <summary>A row that lies in a division.</summary>
public interface IInDivision
{
    /// <summary>Code of the division: digits only, so that a prefix is a range.</summary>
    string DivisionCode { get; }
}

/// <summary>The scope of a caller as a condition in the query itself.</summary>
public static class DivisionScope
{
    /// <summary>
    /// Only rows in the caller's divisions, and of these in <paramref name="part"/> where one is named: one range, the narrower of
    /// the two, for databases walk the first of two ranges and that may be the wide one; and the other grids that the caller serves today.
    /// None at all for a caller without a scope.
    /// </summary>
    public static IQueryable<T> Within<T>(this IQueryable<T> rows, IAccess access, string? part = null) where T : IInDivision
    {
        var (prefix, grids) = access.Reach(part);
        if (grids.Count == 0) return prefix is null ? rows.Where(_ => false) : rows.InDivision(prefix);
        if (prefix is null) return rows.Where(x => grids.Contains(x.DivisionCode));
        var end = prefix + ":";
        return rows.Where(x => (string.Compare(x.DivisionCode, prefix) >= 0 && string.Compare(x.DivisionCode, end) < 0) || grids.Contains(x.DivisionCode));
    }

    /// <summary>What <see cref="Within"/> keeps, for those who narrow in a way of their own first: divisions below a prefix, none where that is null, and grids.</summary>
    public static (string? Prefix, IReadOnlyList<string> Grids) Reach(this IAccess access, string? part = null) =>
        (Narrower(access.Division, part ?? ""), [.. access.OtherGrids.Where(grid => grid.StartsWith(part ?? "", StringComparison.Ordinal))]);

    private static string? Narrower(string? scope, string part) =>
        scope is null ? null
        : scope.StartsWith(part, StringComparison.Ordinal) ? scope
        : part.StartsWith(scope, StringComparison.Ordinal) ? part
        : null;

    /// <summary>Only rows whose code starts with <paramref name="prefix"/>, written as a range that an index serves.</summary>
    private static IQueryable<T> InDivision<T>(this IQueryable<T> rows, string prefix) where T : IInDivision
    {
        if (prefix.Length == 0) return rows;
        var end = prefix + ":";   // ':' follows '9'
        return rows.Where(x => string.Compare(x.DivisionCode, prefix) >= 0 && string.Compare(x.DivisionCode, end) < 0);
    }

    /// <summary>A word that two callers share only if they see the same rows, also of what their unit has: for answers that are kept for several callers.</summary>
    public static string View(this IAccess access) =>
        string.Join('+', access.OtherGrids.Order(StringComparer.Ordinal).Prepend(access.OwnUnitOnly ? $"{access.Division}/{access.Unit}" : access.Division ?? "-"));

    /// <summary>Whether a caller sees a division.</summary>
    public static bool Sees(this IAccess access, string divisionCode) =>
        (access.Division is { } prefix && divisionCode.StartsWith(prefix, StringComparison.Ordinal)) || access.OtherGrids.Contains(divisionCode);
}
