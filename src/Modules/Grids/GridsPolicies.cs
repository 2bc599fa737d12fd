namespace Linli.Grids;

/// <summary>Permissions of this module.</summary>
internal static class GridsPolicies
{
    /// <summary>See divisions, units and calendars.</summary>
    public const string See = "grids.see";

    /// <summary>Change units and calendars.</summary>
    public const string Manage = "grids.manage";

    /// <summary>Serve grids: be entered as their worker or stand-in, and say when one is away.</summary>
    public const string Serve = "grids.serve";

    /// <summary>Split and merge grids, move their borders.</summary>
    public const string Redraw = "grids.redraw";

    /// <summary>Keep zones, the teams of grids and the absences of others.</summary>
    public const string ManageTeams = "grids.manage-teams";
}
