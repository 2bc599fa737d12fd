namespace Linli.Cases;

/// <summary>Who reported a case: personal data, apart from the case, encrypted; the masks are what is shown.</summary>
internal sealed class Reporter
{
    public const string NamePurpose = "cases.reporter.name", PhonePurpose = "cases.reporter.phone";

    public required Guid CaseId { get; init; }
    public required byte[]? Name { get; init; }
    public required byte[]? Phone { get; init; }

    /// <summary>Keyed hash of the phone number, for finding a caller's cases.</summary>
    public required byte[]? PhoneFingerprint { get; init; }
    public required string? MaskedName { get; init; }
    public required string? MaskedPhone { get; init; }
}
