using Linli.Cases.Alerts;
using Linli.Cases.History;
using Linli.Cases.Intake;

namespace Linli.Cases.Loading;

/// <summary>A case with everything that belongs to it, as it comes out of an archive.</summary>
/// <param name="Case">The case where it stands.</param>
/// <param name="History">What happened to it; the first entry is the receipt.</param>
internal sealed record CaseRecord(Case Case, IReadOnlyList<HistoryEntry> History)
{
    public IReadOnlyList<Assignment> Assignments { get; init; } = [];
    public IReadOnlyList<Decision> Decisions { get; init; } = [];
    public Reporter? Reporter { get; init; }
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];
    public IReadOnlyList<Rating> Ratings { get; init; } = [];
    public IReadOnlyList<GivenAlert> Alerts { get; init; } = [];
}
