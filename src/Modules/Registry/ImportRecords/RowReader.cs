using System.Globalization;
using Linli.Platform.Problems;
using Linli.Platform.Web;

namespace Linli.Registry;

/// <summary>What a row of a table says of a record. An empty cell says nothing.</summary>
internal sealed record ImportedFacts : RecordFacts;

/// <summary>Reads the rows of an import as its columns are named.</summary>
internal sealed class RowReader
{
    private readonly List<(string Target, int At)> columns;
    private readonly DivisionNames divisions;

    public RowReader(RecordImport import, RecordType type, DivisionNames divisions)
    {
        var header = import.Names().ToList();
        columns = [.. import.Mapping().Select(m => (m.Key, header.IndexOf(m.Value))).Where(c => c.Item2 >= 0)];
        (Type, Key, this.divisions) = (type, import.KeyField is { } key ? type.Find(key) : null, divisions);
    }

    public RecordType Type { get; }

    /// <summary>The field by which records that are there are known.</summary>
    public FieldDefinition? Key { get; }

    /// <summary>The value of the key field as it is kept; null where the row has none, or a wrong one.</summary>
    public string? KeyOf(TableRow row) => Key is not null && Cell(row, Key.Key) is { } said ? FieldReading.Read(Key, said, out _) : null;

    /// <summary>What the row says.</summary>
    public Result<ImportedFacts> Read(TableRow row)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var facts = new ImportedFacts
        {
            Facts = columns.Where(c => !c.Target.StartsWith('@')).Select(c => (c.Target, Said: Cell(row, c.Target))).Where(c => c.Said is not null).ToDictionary(c => c.Target, c => c.Said, StringComparer.Ordinal),
            DivisionCode = Cell(row, ImportTarget.Division) is { } said ? divisions.Find(said) : null,
            Address = Cell(row, ImportTarget.Address),
            Longitude = Degrees(row, ImportTarget.Longitude, "longitude"),
            Latitude = Degrees(row, ImportTarget.Latitude, "latitude"),
            ValidFrom = Day(row),
            Source = RecordSource.Import,
        };
        if (faults.Count > 0) return Problem.Invalid(faults);
        return CommandValidation.Check(facts) is { } wrong ? wrong : facts;

        double? Degrees(TableRow row, string target, string name)
        {
            if (Cell(row, target) is not { } text) return null;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees)) return degrees;
            faults[name] = ["registry.not-a-number"];
            return null;
        }

        DateOnly? Day(TableRow row)
        {
            if (Cell(row, ImportTarget.ValidFrom) is not { } text) return null;
            if (FieldReading.Day(text) is { } day) return day;
            faults["validFrom"] = ["registry.not-a-date"];
            return null;
        }
    }

    /// <summary>What stands in the column of a target; null where that is nothing.</summary>
    public string? Cell(TableRow row, string target)
    {
        foreach (var (each, at) in columns)
            if (each == target) return at < row.Values.Count && row.Values[at].Trim() is { Length: > 0 } said ? said : null;
        return null;
    }
}
