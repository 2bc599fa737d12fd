namespace Linli.Workforce;

/// <summary>
/// 心理辅导: words between somebody who works here and the counsellor they chose. It lies in no division, for no scope opens it: only the two
/// accounts do. It leaves no line in the audit log either, where others would read that it took place.
/// </summary>
internal sealed class CounselNote
{
    /// <summary>What the encrypted words are bound to.</summary>
    public const string WordsPurpose = "workforce.counsel-note.words";

    public required Guid Id { get; init; }

    /// <summary>Account of the one who seeks counsel.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Account of the counsellor.</summary>
    public required Guid CounsellorId { get; init; }
    public required bool ByCounsellor { get; init; }
    public required byte[] Words { get; init; }
    public required DateTimeOffset At { get; init; }
}
