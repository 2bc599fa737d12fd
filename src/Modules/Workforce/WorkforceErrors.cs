using Linli.Platform.Problems;

namespace Linli.Workforce;

/// <summary>What this module refuses.</summary>
internal static class WorkforceErrors
{
    /// <summary>A roster breaks rules; the messages name person, day and rule.</summary>
    public static Problem RosterBreaksRules { get; } = new("workforce.roster-breaks-rules", 409);

    /// <summary>What was asked for was answered or taken back already.</summary>
    public static Problem NotOpen { get; } = new("workforce.not-open", 409);

    /// <summary>Nobody decides on what they ask for themselves.</summary>
    public static Problem OwnRequest { get; } = new("workforce.own-request", 403);

    /// <summary>More annual leave than is left.</summary>
    public static Problem BalanceExceeded { get; } = new("workforce.balance-exceeded", 409);

    /// <summary>No worker is entered for the account.</summary>
    public static Problem NoWorker { get; } = new("workforce.no-worker", 409);
}
