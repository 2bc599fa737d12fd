using System.Linq.Expressions;
using Linli.Contracts.Grids;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary>Tells other modules who serves which grid.</summary>
internal sealed class GridTeams(AppDb db, Snapshot<DivisionTree> tree, SiteTime site, TimeProvider clock) : IGridTeams
{
    public async Task<IReadOnlyList<string>> ServedByAsync(Guid accountId, CancellationToken ct)
    {
        var grids = db.TeamMembers.On(Today).Where(m => m.AccountId == accountId).Select(m => m.DivisionCode);
        var served = (await ServingAsync(m => grids.Contains(m.DivisionCode), ct)).Where(m => m.AccountId == accountId).Select(m => m.DivisionCode).ToList();
        return [.. served, .. tree.Value.EndedInto(served)];
    }

    public async Task<IReadOnlySet<Guid>> ServingAsync(string gridCode, CancellationToken ct)
    {
        var grids = tree.Value.Present(gridCode).ToList();
        return (await ServingAsync(m => grids.Contains(m.DivisionCode), ct)).Select(m => m.AccountId!.Value).ToHashSet();
    }

    private DateOnly Today => site.Date(clock.GetUtcNow());

    /// <summary>Of these teams all workers, for their grid stays theirs while they are away, and the stand-ins in whose hands it is.</summary>
    private async Task<IEnumerable<TeamMember>> ServingAsync(Expression<Func<TeamMember, bool>> which, CancellationToken ct)
    {
        var teams = await db.TeamMembers.AsNoTracking().On(Today).Where(m => m.AccountId != null).Where(which).ToListAsync(ct);
        if (teams.Count == 0) return [];
        var away = (await db.AwayAsync(teams.Select(m => m.AccountId!.Value), Today, ct)).Keys.ToHashSet();
        return teams.GroupBy(m => m.DivisionCode, StringComparer.Ordinal).SelectMany(team => team.Where(m => m.Role is TeamRole.Worker).Union(Serving.Of(team, away)));
    }
}
