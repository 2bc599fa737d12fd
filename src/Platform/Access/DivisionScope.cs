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
    /// <summary>Only rows in the caller's divisions; none at all for a caller without a scope.</summary>
    public static IQueryable<T> Within<T>(this IQueryable<T> rows, IAccess access) where T : IInDivision =>
        access.Division is { } prefix ? rows.InDivision(prefix) : rows.Where(_ => false);

    /// <summary>Only rows whose code starts with <paramref name="prefix"/>, written as a range that an index serves.</summary>
    public static IQueryable<T> InDivision<T>(this IQueryable<T> rows, string prefix) where T : IInDivision
    {
        if (prefix.Length == 0) return rows;
        var end = prefix + ":";   // ':' follows '9'
        return rows.Where(x => string.Compare(x.DivisionCode, prefix) >= 0 && string.Compare(x.DivisionCode, end) < 0);
    }

    /// <summary>Whether a caller sees a division.</summary>
    public static bool Sees(this IAccess access, string divisionCode) =>
        access.Division is { } prefix && divisionCode.StartsWith(prefix, StringComparison.Ordinal);
}
