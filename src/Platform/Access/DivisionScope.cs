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
    /// the two, for databases walk the first of two ranges and that may be the wide one. None at all for a caller without a scope.
    /// </summary>
    public static IQueryable<T> Within<T>(this IQueryable<T> rows, IAccess access, string? part = null) where T : IInDivision =>
        access.Division is not { } scope ? rows.Where(_ => false)
        : string.IsNullOrEmpty(part) || scope.StartsWith(part, StringComparison.Ordinal) ? rows.InDivision(scope)
        : part.StartsWith(scope, StringComparison.Ordinal) ? rows.InDivision(part)
        : rows.Where(_ => false);

    /// <summary>Only rows whose code starts with <paramref name="prefix"/>, written as a range that an index serves.</summary>
    private static IQueryable<T> InDivision<T>(this IQueryable<T> rows, string prefix) where T : IInDivision
    {
        if (prefix.Length == 0) return rows;
        var end = prefix + ":";   // ':' follows '9'
        return rows.Where(x => string.Compare(x.DivisionCode, prefix) >= 0 && string.Compare(x.DivisionCode, end) < 0);
    }

    /// <summary>Whether a caller sees a division.</summary>
    public static bool Sees(this IAccess access, string divisionCode) =>
        access.Division is { } prefix && divisionCode.StartsWith(prefix, StringComparison.Ordinal);
}
