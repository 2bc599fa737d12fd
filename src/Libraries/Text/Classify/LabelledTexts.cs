namespace Linli.Text;

/// <summary>Reads training and test rows from a table.</summary>
public static class LabelledTexts
{
    /// <summary>Takes text and label from the named columns.</summary>
    /// <param name="table">The file.</param>
    /// <param name="textColumns">One or two columns: the last is the body, one before it the title; a single column named “title” is the title.
    /// Null or empty: “title” and “body”, whichever the file has.</param>
    /// <param name="labelColumn">The column with the right label.</param>
    /// <exception cref="FormatException">A column is absent, or a row has no label or no text; the message names file and line.</exception>
    public static IReadOnlyList<LabelledText> From(TsvTable table, IReadOnlyList<string>? textColumns, string labelColumn)
    {
        if (textColumns is null or []) textColumns = [.. new[] { "title", "body" }.Where(table.Has)];
        if (textColumns is not { Count: 1 or 2 })
            throw new FormatException($"{table.Name}: name one or two text columns; the header names {string.Join(", ", table.Columns)}.");
        var places = textColumns.Select(table.Column).ToArray();
        var label = table.Column(labelColumn);
        return [.. table.Rows.Select(row => Read(table, row, places, textColumns[0] == "title", label))];
    }

    static LabelledText Read(TsvTable table, TsvRow row, int[] places, bool startsWithTitle, int label)
    {
        var title = places.Length == 2 || startsWithTitle ? row[places[0]] : "";
        var body = places.Length == 2 || !startsWithTitle ? row[places[^1]] : "";
        if (string.IsNullOrWhiteSpace(row[label])) throw new FormatException($"{table.Name}, line {row.Line}: the label is empty.");
        if (string.IsNullOrWhiteSpace(title) && string.IsNullOrWhiteSpace(body))
            throw new FormatException($"{table.Name}, line {row.Line}: the text is empty.");
        return new(new(title.Trim(), body.Trim()), row[label].Trim());
    }
}
