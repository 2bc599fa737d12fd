using Linli.Platform.Access;

namespace Linli.Cases.AnswerCall;

/// <summary>A call that a clerk answered (来电记录), whether a case came of it or not. The caller's number is encrypted; the mask is what is shown.</summary>
internal sealed class Call : IInDivision
{
    public const string PhonePurpose = "cases.call.phone";

    public required Guid Id { get; init; }
    public required Guid? ClerkId { get; init; }
    public required string ClerkName { get; init; }

    /// <summary>Where its case is, else where the clerk works.</summary>
    public required string DivisionCode { get; init; }
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took to hear the caller and write it down.</summary>
    public required int Seconds { get; init; }
    public required CallOutcome Outcome { get; init; }
    public byte[]? Phone { get; init; }

    /// <summary>Keyed hash of the number, for finding a caller's calls.</summary>
    public byte[]? PhoneFingerprint { get; init; }
    public string? MaskedPhone { get; init; }

    /// <summary>What it was about, where no case says it.</summary>
    public string? Words { get; init; }

    /// <summary>What the caller was told, or whom they were put through to.</summary>
    public string? Said { get; init; }

    /// <summary>The case that came of it.</summary>
    public Guid? CaseId { get; init; }

    public string Subject => $"call/{Id}";
}

/// <summary>What came of a call. The label is the text <c>call.OUTCOME</c>.</summary>
internal enum CallOutcome
{
    /// <summary>立件: a case was filed.</summary>
    Filed,

    /// <summary>直接答复: the caller was answered at once.</summary>
    Answered,

    /// <summary>并件: the caller reports what an open case is about, and follows it from now on.</summary>
    Joined,

    /// <summary>转接</summary>
    Transferred,

    /// <summary>无声</summary>
    Silent,

    /// <summary>误拨</summary>
    WrongNumber,
}
