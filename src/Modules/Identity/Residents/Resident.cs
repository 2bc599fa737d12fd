namespace Linli.Identity.Residents;

/// <summary>A resident who confirmed a phone number. There is nothing else to know about them here.</summary>
internal sealed class Resident
{
    public required Guid Id { get; init; }

    /// <summary>The mobile number, encrypted.</summary>
    public required byte[] Phone { get; init; }
    public required byte[] PhoneFingerprint { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    public string Subject => $"resident/{Id}";
}
