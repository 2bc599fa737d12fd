namespace Linli.Identity.Accounts;

/// <summary>Every fifth failure in a row closes the account: a quarter of an hour, then twice as long each time, at most a day.</summary>
internal static class Lockout
{
    public const int Tries = 5;
    private static readonly TimeSpan First = TimeSpan.FromMinutes(15), Longest = TimeSpan.FromDays(1);

    /// <summary>Until when the account is closed after so many failures in a row; null leaves it open.</summary>
    public static DateTimeOffset? After(int failures, DateTimeOffset now)
    {
        if (failures % Tries != 0) return null;
        var doublings = Math.Min(failures / Tries - 1, 10);
        var closed = First * (1 << doublings);
        return now + (closed < Longest ? closed : Longest);
    }
}
