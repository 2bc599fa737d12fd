using Linli.Platform.Access;

namespace Linli.Workforce;

/// <summary>Whether a year is still being appraised.</summary>
internal enum AppraisalState
{
    /// <summary>Summaries and grades are written.</summary>
    Open,

    /// <summary>Final, until a division above opens it again.</summary>
    Closed,
}

/// <summary>年度考核: a year of everybody who works for a street and its communities, or for the district itself.</summary>
internal sealed class Appraisal : IInDivision
{
    private const int StreetLength = 9;

    public required Guid Id { get; init; }

    /// <summary>Who holds it: a street, or the district.</summary>
    public required string DivisionCode { get; init; }
    public required int Year { get; init; }
    public AppraisalState State { get; private set; }
    public required string OpenedBy { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public string? ClosedBy { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Why it was opened again after it was closed.</summary>
    public string? ReopenedBecause { get; private set; }

    /// <summary>Grows with everything that is written in it.</summary>
    public int Version { get; private set; } = 1;

    public string Subject => $"appraisal/{Id}";
    public DateOnly FirstDay => new(Year, 1, 1);
    public DateOnly LastDay => new(Year, 12, 31);

    /// <summary>Who appraises those who work for a division: the street for itself and its communities, the district for its own people.</summary>
    public static string HolderOf(string division) => division.Length > StreetLength ? division[..StreetLength] : division;

    /// <summary>The district appraises its own people and not those of its streets.</summary>
    public static bool IsOwnOnly(string holder) => holder.Length < StreetLength;

    public bool IsOf(Worker worker) => HolderOf(worker.DivisionCode) == DivisionCode && worker.Since <= LastDay && (worker.Until is null || worker.Until > FirstDay);

    /// <summary>Whether nobody wrote in it between the version that was seen and this turn, which counts as one.</summary>
    public bool WasAt(int seen) => Version == seen + 1;

    public bool TryClose(string by, DateTimeOffset now)
    {
        if (State is AppraisalState.Closed) return false;
        (State, ClosedBy, ClosedAt) = (AppraisalState.Closed, by, now);
        return true;
    }

    public bool TryReopen(string reason)
    {
        if (State is AppraisalState.Open) return false;
        (State, ClosedBy, ClosedAt, ReopenedBecause) = (AppraisalState.Open, null, null, reason);
        return true;
    }
}
