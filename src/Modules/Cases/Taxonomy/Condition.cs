using System.Text.Json;
using System.Text.Json.Serialization;
using Linli.Platform.Texts;

namespace Linli.Cases.Taxonomy;

/// <summary>What must be true of a case, beside its category and place, for an entry to speak; what is null does not matter.</summary>
internal sealed record Condition
{
    /// <summary>When it was reported.</summary>
    public TimeWindow? Time { get; init; }

    /// <summary>Code of the channel it came by.</summary>
    public string? Channel { get; init; }

    /// <summary>It has this level or a graver one (1 is the gravest).</summary>
    public int? Level { get; init; }

    /// <summary>Code of an extra question that was answered with <see cref="Answer"/>.</summary>
    public string? Question { get; init; }
    public string? Answer { get; init; }

    /// <summary>How much it asks: of two entries for the same category and division that both apply, the one that asks more speaks.</summary>
    [JsonIgnore] public int Count => (Time is null ? 0 : 1) + (Channel is null ? 0 : 1) + (Level is null ? 0 : 1) + (Question is null ? 0 : 1);

    /// <summary>Of conditions that ask as much: an answer before a level, the graver level before the other, a level before a channel, a channel before a time.</summary>
    [JsonIgnore] public int Rank => (Question is null ? 0 : 100) + (Level is { } level ? 50 - level : 0) + (Channel is null ? 0 : 20) + (Time is null ? 0 : 1);

    /// <summary>What of it a case does not meet; null where it meets all. What is not known meets nothing.</summary>
    public Standing? Against(RoutingFacts facts) =>
        Question is not null && !(facts.Answers?.GetValueOrDefault(Question)?.Contains(Answer) ?? false) ? Standing.OtherAnswer
        : Level < (facts.Level ?? int.MaxValue) ? Standing.LessGrave
        : Channel is not null && Channel != facts.Channel ? Standing.OtherChannel
        : Time is not null && !(facts.At is { } at && Time.Holds(at, facts.Working)) ? Standing.OtherTime
        : null;

    /// <summary>How it is kept: JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json.Readable);

    public static Condition Parse(string text) => JsonSerializer.Deserialize<Condition>(text, Json.Readable)!;
}

/// <summary>What the responsibility list looks at.</summary>
/// <param name="Category">A leaf, or a branch to try out.</param>
/// <param name="Division">Where.</param>
/// <param name="Channel">Where it came from; null when not known, like all that follows.</param>
/// <param name="Level">1 (gravest) to 5.</param>
/// <param name="At">When it was reported, by the site's clocks.</param>
/// <param name="Working">Whether the district worked then.</param>
/// <param name="Answers">Answers to extra questions, by their codes.</param>
internal sealed record RoutingFacts(
    string Category, string Division, string? Channel = null, int? Level = null, DateTimeOffset? At = null, bool Working = false, IReadOnlyDictionary<string, IReadOnlyList<string>>? Answers = null);
