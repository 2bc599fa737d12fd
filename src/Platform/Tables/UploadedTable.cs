namespace Linli.Platform.Tables;

/// <summary>A table as somebody sent it: the first line names the columns.</summary>
/// <param name="Header">Names of the columns, each once.</param>
/// <param name="Rows">Values in the order of the columns; a row may be shorter.</param>
public sealed record UploadedTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>The first row of values is line 2 of the file.</summary>
    public const int FirstLine = 2;

    /// <summary>Looks up columns of a row by name.</summary>
    public Func<string, string?> Row(int row) => column =>
    {
        for (var i = 0; i < Header.Count; i++)
            if (Header[i] == column) return i < Rows[row].Count ? Rows[row][i] : null;
        return null;
    };
}
