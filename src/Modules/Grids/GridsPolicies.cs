namespace Linli.Grids;

/// <summary>Permissions of this module.</summary>
internal static class GridsPolicies
{
    /// <summary>See divisions, units and calendars.</summary>
    public const string See = "grids.see";

    /// <summary>Change units and calendars.</summary>
    public const string Manage = "grids.manage";
}
