namespace Linli.Workforce;

/// <summary>Permissions of this module.</summary>
internal static class WorkforcePolicies
{
    /// <summary>Work here: be entered as a worker with an account, see one's own shifts, ask for leave.</summary>
    public const string Serve = "workforce.serve";

    /// <summary>See posts, workers and rosters.</summary>
    public const string See = "workforce.see";

    /// <summary>Change posts and workers, and reveal their phones.</summary>
    public const string Manage = "workforce.manage";

    /// <summary>Write and publish rosters.</summary>
    public const string Roster = "workforce.roster";

    /// <summary>Grant and refuse leave, and enter it for others.</summary>
    public const string Leave = "workforce.leave";

    /// <summary>Keep training, insurance and health checks.</summary>
    public const string Care = "workforce.care";

    /// <summary>Appraise years of others, decide on objections, and keep the reserve list.</summary>
    public const string Appraise = "workforce.appraise";

    /// <summary>Be a counsellor: be chosen by who seeks counsel. It opens nothing of others' counselling.</summary>
    public const string Counsel = "workforce.counsel";
}
