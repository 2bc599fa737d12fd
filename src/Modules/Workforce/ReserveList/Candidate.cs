using Linli.Platform.Access;

namespace Linli.Workforce;

/// <summary>后备人才: somebody put forward for a higher post, until a day. Rows are ended, not removed.</summary>
internal sealed class Candidate : IInDivision
{
    /// <summary>What the encrypted words are bound to.</summary>
    public const string ReasonPurpose = "workforce.candidate.reason", EndPurpose = "workforce.candidate.end-reason";

    public required Guid Id { get; init; }
    public required Guid WorkerId { get; init; }

    /// <summary>The worker's division when they were put forward.</summary>
    public required string DivisionCode { get; init; }

    /// <summary>The post they are put forward for.</summary>
    public required Guid PostId { get; init; }
    public required byte[] Reason { get; init; }
    public required string PutForwardBy { get; init; }
    public required DateOnly Since { get; init; }

    /// <summary>The last day on the list, unless it ends before.</summary>
    public required DateOnly Until { get; init; }
    public DateOnly? EndedOn { get; private set; }
    public string? EndedBy { get; private set; }
    public byte[]? EndReason { get; private set; }
    public int Version { get; private set; } = 1;

    public string Subject => $"candidate/{Id}";

    public bool IsOn(DateOnly day) => EndedOn is null && day <= Until;

    public bool TryEnd(byte[] reason, string by, DateOnly today)
    {
        if (!IsOn(today)) return false;
        (EndedOn, EndedBy, EndReason, Version) = (today, by, reason, Version + 1);
        return true;
    }
}
