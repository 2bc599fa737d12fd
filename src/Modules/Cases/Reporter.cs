using Linli.Platform.Secrets;

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

    /// <summary>When name and phone were taken away because their time was over.</summary>
    public DateTimeOffset? AnonymisedAt { get; init; }

    /// <summary>Encrypts what a reporter gave; null for an anonymous one.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="name">Name as typed, or nothing.</param>
    /// <param name="phone">Eleven digits, or nothing.</param>
    /// <param name="cipher">Encrypts.</param>
    public static Reporter? Of(Guid caseId, string? name, string? phone, FieldCipher cipher)
    {
        name = string.IsNullOrWhiteSpace(name) ? null : name.Trim();
        if (name is null && phone is null) return null;
        return new()
        {
            CaseId = caseId,
            Name = name is null ? null : cipher.Protect(name, NamePurpose),
            Phone = phone is null ? null : cipher.Protect(phone, PhonePurpose),
            PhoneFingerprint = phone is null ? null : cipher.Fingerprint(phone, PhonePurpose),
            MaskedName = name is null ? null : Masking.Name(name),
            MaskedPhone = phone is null ? null : Masking.Phone(phone),
        };
    }
}
