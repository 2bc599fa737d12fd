using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Linli.Identity.Accounts;

/// <summary>Hashes and checks passwords (PBKDF2, HMAC-SHA512) and says which ones are too weak.</summary>
internal sealed class Passwords
{
    public const int MinLength = 10, MaxLength = 128;
    private const int Iterations = 210_000;   // OWASP Password Storage Cheat Sheet, PBKDF2-HMAC-SHA512
    private const int MinDifferent = 5;

    // No 0, O, 1, l, I: a first password is read out or copied by hand.
    private const string Letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static readonly HashSet<string> Worst = ReadWorst();
    private readonly PasswordHasher<Account> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    private readonly string nobody;

    public Passwords() => nobody = Hash(NewFirstPassword());

    public string Hash(string password) => hasher.HashPassword(null!, password);

    /// <summary>Checks a password. Without an account it takes as long and fails, so that time does not tell who has one.</summary>
    public bool Matches(Account? account, string password) =>
        hasher.VerifyHashedPassword(null!, account?.PasswordHash ?? nobody, password) is not PasswordVerificationResult.Failed && account is not null;

    /// <summary>A random first password of 14 characters (81 bits).</summary>
    public static string NewFirstPassword() => RandomNumberGenerator.GetString(Letters, 14);

    /// <summary>Key of the message that says why a password will not do; null when it will.</summary>
    public static string? Weakness(string password, string userName) =>
        password.Length is < MinLength or > MaxLength ? "identity.password-length"
        : password.Contains(userName, StringComparison.OrdinalIgnoreCase) ? "identity.password-is-name"
        : Worst.Contains(password.ToLowerInvariant()) || password.Distinct().Count() < MinDifferent ? "identity.password-worst"
        : null;

    private static HashSet<string> ReadWorst()
    {
        using var reader = new StreamReader(typeof(Passwords).Assembly.GetManifestResourceStream("worst-passwords.txt")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }
}
