using Linli.Platform.Messages;
using Linli.Platform.Secrets;

namespace Linli.Cases;

/// <summary>Who reported a case: personal data, apart from the case, encrypted; the masks are what is shown.</summary>
internal sealed class Reporter
{
    public const string NamePurpose = "cases.reporter.name", PhonePurpose = "cases.reporter.phone", EmailPurpose = "cases.reporter.email";

    public required Guid CaseId { get; init; }
    public required byte[]? Name { get; init; }
    public required byte[]? Phone { get; init; }
    public byte[]? Email { get; init; }

    /// <summary>Keyed hash of the phone number, for finding a caller's cases.</summary>
    public required byte[]? PhoneFingerprint { get; init; }
    public byte[]? EmailFingerprint { get; init; }
    public required string? MaskedName { get; init; }
    public required string? MaskedPhone { get; init; }
    public string? MaskedEmail { get; init; }

    /// <summary>How the reporter chose to be told of this case; null where they did not: by mail where they left an address, else by phone.</summary>
    public Telling? ToldBy { get; set; }

    /// <summary>When name and addresses were taken away because their time was over.</summary>
    public DateTimeOffset? AnonymisedAt { get; init; }

    /// <summary>Keyed hash of the address of a way; null where the reporter left none.</summary>
    public byte[]? FingerprintOf(MessageWay way) => way is MessageWay.Email ? EmailFingerprint : PhoneFingerprint;

    public string? MaskOf(MessageWay way) => way is MessageWay.Email ? MaskedEmail : MaskedPhone;

    /// <summary>Encrypts what a reporter gave; null for an anonymous one.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="name">Name as typed, or nothing.</param>
    /// <param name="phone">Eleven digits, or nothing.</param>
    /// <param name="email">A mail address in small letters, or nothing.</param>
    /// <param name="cipher">Encrypts.</param>
    public static Reporter? Of(Guid caseId, string? name, string? phone, string? email, FieldCipher cipher)
    {
        name = string.IsNullOrWhiteSpace(name) ? null : name.Trim();
        if (name is null && phone is null && email is null) return null;
        return new()
        {
            CaseId = caseId,
            Name = name is null ? null : cipher.Protect(name, NamePurpose),
            Phone = phone is null ? null : cipher.Protect(phone, PhonePurpose),
            PhoneFingerprint = phone is null ? null : cipher.Fingerprint(phone, PhonePurpose),
            Email = email is null ? null : cipher.Protect(email, EmailPurpose),
            EmailFingerprint = email is null ? null : cipher.Fingerprint(email, EmailPurpose),
            MaskedName = name is null ? null : Masking.Name(name),
            MaskedPhone = phone is null ? null : Masking.Phone(phone),
            MaskedEmail = email is null ? null : Masking.Email(email),
        };
    }
}

/// <summary>How a reporter wants to be told of a case; its page stands open to them in any case.</summary>
internal enum Telling
{
    /// <summary>短信</summary>
    Sms,

    /// <summary>邮件</summary>
    Email,

    /// <summary>不通知</summary>
    Nothing,
}
