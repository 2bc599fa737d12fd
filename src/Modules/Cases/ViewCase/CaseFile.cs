using System.Text.Json;
using Linli.Cases.Alerts;
using Linli.Cases.Consultations;
using Linli.Cases.Coordination;
using Linli.Cases.History;
using Linli.Cases.Intake;
using Linli.Cases.OfficialLetters;
using Linli.Cases.Questions;
using Linli.Platform.Messages;
using Linli.Platform.Texts;

namespace Linli.Cases.ViewCase;

/// <summary>Everything about one case that its reader may see (卷宗). The reporter only by their masks.</summary>
internal sealed record CaseFile(
    Case Case, IReadOnlyList<HistoryEntry> History, IReadOnlyList<Decision> Decisions, IReadOnlyList<Attachment> Attachments,
    IReadOnlyList<Assignment> Assignments, IReadOnlyList<GivenAlert> Alerts, IReadOnlyList<Rating> Ratings, MaskedReporter? Reporter, IReadOnlyList<AskedQuestion> Answers, IReadOnlyList<CaseAction> Next,
    IReadOnlyList<Meeting> Meetings, IReadOnlyList<JoinedCase> Joined, IReadOnlyList<OfficialLetter> Letters, IReadOnlyList<LoggedMessage> Messages, IReadOnlyList<PartLine> Parts, IReadOnlyList<Consultation> Consultations)
{
    /// <summary>What the program decided last about a thing; a unit is looked for again when category or place were mended.</summary>
    public Decision? Decided(DecisionKind kind) => Decisions.LastOrDefault(d => d.Kind == kind);

    /// <summary>The same with all it considered, likeliest first.</summary>
    public IReadOnlyList<Choice> Considered(DecisionKind kind) => Decided(kind) is { } decision ? Considered(decision) : [];

    /// <summary>What a decision considered, likeliest first.</summary>
    public static IReadOnlyList<Choice> Considered(Decision decision) => JsonSerializer.Deserialize<List<Choice>>(decision.Choices, Json.Readable) ?? [];

    /// <summary>The photos that came with an entry of the history.</summary>
    public IEnumerable<Attachment> With(HistoryEntry entry) => Attachments.Where(a => a.EntryId == entry.Id);
}

/// <summary>A part of a split case.</summary>
internal sealed record PartLine(Guid Id, string Number, string Title, CaseStatus Status, Guid? UnitId);

/// <summary>A report that was merged into the case, with its own words, place and photos.</summary>
internal sealed record JoinedCase(Guid Id, string Number, string Text, string? Place, DateTimeOffset ReceivedAt, string? MaskedName, string? MaskedPhone);

/// <summary>A reporter as shown until somebody says why they need more.</summary>
/// <param name="Name">Mask of the name.</param>
/// <param name="Phone">Mask of the number.</param>
/// <param name="Email">Mask of the mail address.</param>
/// <param name="AnonymisedAt">When all were taken away because their time was over.</param>
internal sealed record MaskedReporter(string? Name, string? Phone, string? Email, DateTimeOffset? AnonymisedAt)
{
    public override string ToString() => string.Join("  ", new[] { Name, Phone, Email }.OfType<string>());
}
