using System.IO.Compression;
using System.Text.Json;
using Linli.Cases.Deadlines;
using Linli.Cases.Taxonomy;
using Linli.Platform.Texts;

namespace Linli.Cases.ReviseTaxonomy;

/// <summary>What a revision changes, and the rows of its table that cannot be taken.</summary>
internal sealed record RevisionContent(IReadOnlyList<CategoryChange> Categories, IReadOnlyList<EntryChange> Entries, IReadOnlyList<RefusedLine> Refused)
{
    public int Changes => Categories.Count + Entries.Count;

    /// <summary>As JSON, packed: a whole list has tens of thousands of lines that look alike.</summary>
    public byte[] Write()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) JsonSerializer.Serialize(gzip, this, Json.Readable);
        return packed.ToArray();
    }

    public static RevisionContent Read(byte[] packed)
    {
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<RevisionContent>(gzip, Json.Readable)!;
    }

    /// <summary>The list as it would be.</summary>
    public ResponsibilityList Applied(ResponsibilityList list, DateTimeOffset now)
    {
        var changed = Entries.ToDictionary(e => e.Key);
        return new(list.All.Where(e => !changed.ContainsKey(EntryKey.Of(e))).Concat(Entries.Where(e => e.After is not null).Select(e => e.Entry(now))));
    }

    /// <summary>The category that a case would have.</summary>
    public IReadOnlyDictionary<string, string> Successors() => Categories.Where(c => c.Successor is not null).ToDictionary(c => c.Code, c => c.Successor!);
}

/// <summary>What becomes of a category.</summary>
/// <param name="Kind">What.</param>
/// <param name="Code">Its code.</param>
/// <param name="Before">What it is; null where it is new.</param>
/// <param name="After">What it becomes; null where it ends.</param>
/// <param name="Successor">Of one that ends: the category that takes its place.</param>
internal sealed record CategoryChange(ChangeKind Kind, string Code, CategoryFacts? Before, CategoryFacts? After, string? Successor = null);

/// <summary>What can change of a category.</summary>
internal sealed record CategoryFacts(string Name, string NameEn, string Keywords, bool Urgent)
{
    public static CategoryFacts Of(Category category) => new(category.Name, category.NameEn, category.Keywords, category.Urgent);
}

/// <summary>What becomes of an entry of the responsibility list.</summary>
internal sealed record EntryChange(ChangeKind Kind, EntryKey Key, EntryFacts? Before, EntryFacts? After)
{
    public static EntryChange? Between(EntryKey key, EntryFacts? before, EntryFacts? after) =>
        before == after ? null
        : before is null ? new(ChangeKind.Added, key, before, after)
        : after is null ? new(ChangeKind.Ended, key, before, after)
        : new(before.UnitId != after.UnitId ? ChangeKind.Unit : before.Promise.SameLimits(after.Promise) ? ChangeKind.Words : ChangeKind.Limits, key, before, after);

    public Responsibility Entry(DateTimeOffset from) => new()
    {
        Id = Guid.CreateVersion7(from), CategoryCode = Key.Category, DivisionCode = Key.Division, Condition = Key.Condition, UnitId = After!.UnitId, Promise = After.Promise, ValidFrom = from,
    };
}

/// <summary>What can change of an entry.</summary>
internal sealed record EntryFacts(Guid UnitId, Promise Promise)
{
    public static EntryFacts Of(Responsibility entry) => new(entry.UnitId, entry.Promise);
}

/// <summary>Kinds of changes.</summary>
internal enum ChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>A category has another name.</summary>
    Renamed,

    /// <summary>A category stands elsewhere in the tree, under another code.</summary>
    Moved,

    /// <summary>A category becomes part of another.</summary>
    Merged,

    /// <summary>Another unit is responsible.</summary>
    Unit,

    /// <summary>A limit is another.</summary>
    Limits,

    /// <summary>Keywords, standard, legal basis or urgency.</summary>
    Words,

    /// <summary>It is taken out of use.</summary>
    Ended,
}

/// <summary>A row that cannot be taken.</summary>
/// <param name="Sheet">Which sheet, from 1.</param>
/// <param name="Line">Which line, the head being 1.</param>
/// <param name="Error">Key of the text that says why.</param>
/// <param name="Value">What stands there.</param>
internal sealed record RefusedLine(int Sheet, int Line, string Error, string Value);
