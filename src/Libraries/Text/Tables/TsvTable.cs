namespace Linli.Text;

/// <summary>A file of tab-separated values with a header line, UTF-8, no quoting: a value holds neither tab nor line break.</summary>
public sealed class TsvTable
{
    readonly List<TsvRow> rows = [];

    TsvTable(string name, string[] columns) => (Name, Columns) = (name, columns);

    /// <summary>What to call the file in messages.</summary>
    public string Name { get; }

    /// <summary>The header.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>All lines but the header and empty ones.</summary>
    public IReadOnlyList<TsvRow> Rows => rows;

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">There is no header, or a line has more values than the header; the message names file and line.</exception>
    public static TsvTable Read(string path)
    {
        using var reader = new StreamReader(path);
        return Read(reader, Path.GetFileName(path));
    }

    /// <summary>Reads from any source of lines.</summary>
    /// <inheritdoc cref="Read(string)" path="/exception"/>
    public static TsvTable Read(TextReader reader, string name)
    {
        var header = reader.ReadLine();
        if (string.IsNullOrWhiteSpace(header)) throw new FormatException($"{name}: the first line must name the columns.");
        var table = new TsvTable(name, header.Split('\t'));
        for (var line = 2; reader.ReadLine() is { } text; line++)
        {
            if (text.Length == 0) continue;
            var values = text.Split('\t');
            if (values.Length > table.Columns.Count)
                throw new FormatException($"{name}, line {line}: {values.Length} values, but the header names {table.Columns.Count} columns.");
            table.rows.Add(new(line, values));
        }
        return table;
    }

    /// <summary>Whether the header names the column.</summary>
    public bool Has(string column) => Columns.Contains(column, StringComparer.Ordinal);

    /// <summary>The place of a column.</summary>
    /// <exception cref="FormatException">The header does not name it.</exception>
    public int Column(string name)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i] == name) return i;
        throw new FormatException($"{Name}: there is no column “{name}”; the header names {string.Join(", ", Columns)}.");
    }
}

/// <summary>One line of a <see cref="TsvTable"/>.</summary>
/// <param name="Line">Its number in the file, the header being 1.</param>
/// <param name="Values">Its values; a short line ends in empty ones.</param>
public sealed record TsvRow(int Line, IReadOnlyList<string> Values)
{
    /// <summary>The value in a column, empty when the line is too short.</summary>
    public string this[int column] => column < Values.Count ? Values[column] : "";
}
