using System.Text.Json;
using Linli.Platform.Texts;

namespace Linli.Registry;

/// <summary>That one record went into another, and what an exact undo needs to know (ADR 18).</summary>
internal sealed class RecordMerge
{
    public required Guid Id { get; init; }

    /// <summary>The record that stays.</summary>
    public required Guid KeptId { get; init; }

    /// <summary>The record that ended.</summary>
    public required Guid EndedId { get; init; }

    /// <summary>When; both records have a state recorded at that instant.</summary>
    public required DateTimeOffset At { get; init; }
    public required string By { get; init; }

    /// <summary>The <see cref="MovedRows"/>, as JSON.</summary>
    public required string Moved { get; init; }
    public DateTimeOffset? UndoneAt { get; set; }
    public string? UndoneBy { get; set; }
    public required int Version { get; set; }

    /// <summary>Whether a record still is as the merge left it.</summary>
    public bool IsLastOf(RecordHistory history) =>
        history.States.All(s => (s.SupersededAt is null) == (s.RecordedAt <= At && (s.SupersededAt is not { } wrong || wrong > At)));
}

/// <summary>What went over from one record to another.</summary>
/// <param name="LinksFrom">Links of which it was the first.</param>
/// <param name="LinksTo">Links of which it was the second.</param>
/// <param name="Needs">Tags, and their divisions before.</param>
/// <param name="EndedNeeds">Tags that the other had as well, and when their next visits were due.</param>
internal sealed record MovedRows(IReadOnlyList<Guid> LinksFrom, IReadOnlyList<Guid> LinksTo, IReadOnlyDictionary<Guid, string> Needs, IReadOnlyDictionary<Guid, DateOnly?> EndedNeeds)
{
    public string Write() => JsonSerializer.Serialize(this, Json.Readable);

    public static MovedRows Read(string json) => JsonSerializer.Deserialize<MovedRows>(json, Json.Readable)!;
}
