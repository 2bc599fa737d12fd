namespace Linli.Grids;

/// <summary>What somebody is in the team of a grid, in the order of the formula 1+2+3+N.</summary>
internal enum TeamRole
{
    /// <summary>网格党支部书记</summary>
    Secretary,

    /// <summary>主责网格员 (A): serves the grid.</summary>
    Worker,

    /// <summary>替补网格员 (B): serves it while none of its workers is there.</summary>
    StandIn,

    /// <summary>兼职网格员</summary>
    PartTime,

    /// <summary>家庭医生</summary>
    Doctor,

    /// <summary>社区民警</summary>
    Police,

    /// <summary>消防</summary>
    Fire,

    /// <summary>综合执法</summary>
    Enforcement,

    /// <summary>环卫保洁</summary>
    Cleaning,

    /// <summary>志愿者</summary>
    Volunteer,
}

/// <summary>What the parts of 1+2+3+N are.</summary>
internal enum TeamPart
{
    /// <summary>1: the party branch</summary>
    Branch,

    /// <summary>2: full-time and part-time grid workers</summary>
    Workers,

    /// <summary>3: the forces that serve</summary>
    Forces,

    /// <summary>N: volunteers</summary>
    Volunteers,
}

internal static class TeamRoles
{
    extension(TeamRole role)
    {
        public TeamPart Part => role switch
        {
            TeamRole.Secretary => TeamPart.Branch,
            TeamRole.Worker or TeamRole.StandIn or TeamRole.PartTime => TeamPart.Workers,
            TeamRole.Volunteer => TeamPart.Volunteers,
            _ => TeamPart.Forces,
        };

        /// <summary>Whether it is an account of the program that fills it: their scope depends on it.</summary>
        public bool HasAccount => role is TeamRole.Worker or TeamRole.StandIn;
    }
}
