using System.Text.Json;
using Linli.Platform.Access;
using Linli.Platform.Texts;

namespace Linli.Registry;

/// <summary>What a column can be: a field by its key, or one of these, which no field is called.</summary>
internal static class ImportTarget
{
    public const string Division = "@division", Address = "@address", Longitude = "@longitude", Latitude = "@latitude", ValidFrom = "@valid-from";

    private static readonly Dictionary<string, string[]> Usual = Read();

    /// <summary>All that a column of a table about records of a type can be, for somebody who may fill it in.</summary>
    public static IReadOnlyList<string> Of(RecordType type, IAccess access) =>
        [.. type.Known.Where(f => access.Of(f) is not FieldSight.Nothing).Select(f => f.Key), Division, Address, .. type.OfPerson ? (string[])[] : [Longitude, Latitude], ValidFrom];

    /// <summary>Fields of which no two records of a type should have the same value.</summary>
    public static IEnumerable<FieldDefinition> Keys(RecordType type) => type.Known.Where(f => f.Kind is FieldKind.ResidentId or FieldKind.CreditCode or FieldKind.Code);

    /// <summary>Columns by what they are, guessed by their names.</summary>
    public static Dictionary<string, string> Guess(RecordType type, IReadOnlyList<string> header, IAccess access)
    {
        var guess = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var target in Of(type, access))
        {
            var names = type.Find(target) is { } field ? Names(type, field) : Usual[target];
            if (names.SelectMany(name => header.Where(column => Same(column, name))).FirstOrDefault(column => !guess.ContainsValue(column)) is { } found) guess[target] = found;
        }
        return guess;
    }

    /// <summary>What is usual for a kind of value is meant for the first field of that kind.</summary>
    private static string[] Names(RecordType type, FieldDefinition field) =>
        [field.Name, field.NameEn, field.Key, .. type.Known.First(f => f.Kind == field.Kind) == field ? Usual.GetValueOrDefault(field.Kind.ToString(), []) : []];

    /// <summary>What follows a name in brackets, such as a unit, does not count.</summary>
    private static bool Same(string column, string name) => name.Length > 0 && Bare(column).Equals(Bare(name), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string name) => name.IndexOfAny(['(', '（']) is > 0 and var bracket ? name[..bracket].Trim() : name.Trim();

    private static Dictionary<string, string[]> Read()
    {
        using var json = typeof(ImportTarget).Assembly.GetManifestResourceStream("registry.import-columns.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(json, Json.Readable)!;
    }
}
