using System.Text.Json;
using Linli.Platform.Texts;

namespace Linli.Registry;

/// <summary>The types that come with the program (<c>base-types.json</c>). A row of the same code takes the place of one, so that upgrades reach all others.</summary>
internal static class BaseTypes
{
    private static readonly List<Entry> Entries = Read();

    public static IReadOnlyList<RecordType> All { get; } = [.. Entries.Select((entry, rank) => entry.ToType(rank * 10))];

    /// <summary>By what two records of a type are taken for the same, for types that say so.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<SameRule>> Same { get; } = Entries.Where(e => e.Same is not null).ToDictionary(e => e.Code, e => e.Same!);

    /// <summary>What a good record of a type says, for types that say so.</summary>
    public static IReadOnlyDictionary<string, QualityRules> Quality { get; } = Entries.Where(e => e.Quality is not null).ToDictionary(e => e.Code, e => e.Quality!);

    private static List<Entry> Read()
    {
        using var json = typeof(BaseTypes).Assembly.GetManifestResourceStream("registry.base-types.json")!;
        return JsonSerializer.Deserialize<List<Entry>>(json, Json.Readable)!;
    }

    private sealed record Entry(string Code, string Name, string NameEn, RecordGroup Group, string Icon, string TitleField, IReadOnlyList<FieldDefinition> Fields, bool OfPerson = false, IReadOnlyList<SameRule>? Same = null, QualityRules? Quality = null)
    {
        public RecordType ToType(int rank) => new()
        {
            Code = Code, Name = Name, NameEn = NameEn, InGroup = Group, Icon = Icon, Rank = rank, TitleField = TitleField, OfPerson = OfPerson, Active = true, Version = 0,
            Fields = RecordType.Write(Fields),
        };
    }
}
