namespace Linli.Grids;

/// <summary>Who serves a grid: its workers who are there; while none of them is, the stand-ins who are.</summary>
internal static class Serving
{
    /// <param name="team">The team of one grid on a day.</param>
    /// <param name="away">Accounts that are away on that day.</param>
    public static IReadOnlyList<TeamMember> Of(IEnumerable<TeamMember> team, IReadOnlySet<Guid> away)
    {
        var there = team.Where(m => m.AccountId is { } account && !away.Contains(account)).ToLookup(m => m.Role);
        return [.. there.Contains(TeamRole.Worker) ? there[TeamRole.Worker] : there[TeamRole.StandIn]];
    }
}
