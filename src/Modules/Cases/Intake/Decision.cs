using System.Text.Json;
using Linli.Platform.Texts;

namespace Linli.Cases.Intake;

/// <summary>An automatic decision: what it saw, what spoke, how sure it was, and what a person later made of it.</summary>
internal sealed class Decision
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }
    public required DecisionKind Kind { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The rule or model version that spoke, e.g. <c>cold-start</c>, <c>category-7</c>, <c>responsibility-list</c>, <c>dispatch-3</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Code of what was chosen; null when it was not sure enough.</summary>
    public required string? Chosen { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Probability { get; init; }

    /// <summary>The choices and their reasons as JSON: an array of <see cref="Choice"/>.</summary>
    public required string Choices { get; init; }

    /// <summary>What the responsibility list looked at, as JSON of <see cref="Taxonomy.RoutingFacts"/>; null where it did not speak of it.</summary>
    public string? Seen { get; init; }

    /// <summary>Code of what a person chose instead.</summary>
    public string? CorrectedTo { get; private set; }
    public DateTimeOffset? CorrectedAt { get; private set; }

    public static Decision Of(Guid caseId, DecisionKind kind, string source, string? chosen, double probability, IReadOnlyList<Choice> choices, DateTimeOffset now, Taxonomy.RoutingFacts? seen = null) => new()
    {
        Id = Guid.CreateVersion7(now),
        CaseId = caseId,
        Kind = kind,
        At = now,
        Source = source,
        Chosen = chosen,
        Probability = probability,
        Choices = JsonSerializer.Serialize(choices, Json.Readable),
        Seen = seen is null ? null : JsonSerializer.Serialize(seen, Json.Readable),
    };

    public void Correct(string to, DateTimeOffset at)
    {
        if (to != Chosen) (CorrectedTo, CorrectedAt) = (to, at);
    }
}

internal enum DecisionKind
{
    Category,
    Place,
    Unit,
}

/// <summary>One thing an automatic decision considered.</summary>
/// <param name="Code">Code of the category, division or unit.</param>
/// <param name="Probability">How likely, 0 to 1.</param>
/// <param name="Evidence">What spoke for it: words of the text; category and division of an entry of the list; likeness, number and share of cases of the past.</param>
internal sealed record Choice(string Code, double Probability, IReadOnlyList<string> Evidence);
