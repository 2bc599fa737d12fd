namespace Linli.Identity.Residents;

/// <summary>A one-time code on its way to a phone.</summary>
internal sealed class PhoneCode
{
    public const int Tries = 5;
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>Binds the fingerprint of a code to its attempt.</summary>
    public static string Purpose(Guid id) => $"identity.phone-code.{id}";

    public required Guid Id { get; init; }

    /// <summary>The mobile number, encrypted.</summary>
    public required byte[] Phone { get; init; }
    public required byte[] PhoneFingerprint { get; init; }

    /// <summary>Keyed fingerprint of the code: six digits behind a plain hash would be guessed at once.</summary>
    public required byte[] CodeFingerprint { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Tries left. A code that was used is deleted.</summary>
    public int TriesLeft { get; set; } = Tries;
}
