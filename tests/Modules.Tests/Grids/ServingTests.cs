using Linli.Grids;

namespace Linli.Modules.Tests.Grids;

public sealed class ServingTests
{
    private static readonly Guid[] People = [.. Enumerable.Range(1, 4).Select(i => new Guid(i, 0, 0, new byte[8]))];

    private static TeamMember[] Team(int bits) => [.. People.SelectMany((person, i) => ((TeamRole[])[TeamRole.Worker, TeamRole.StandIn])
        .Where(role => (bits >> (2 * i + (int)role - 1) & 1) == 1)
        .Select(role => new TeamMember { Id = Guid.NewGuid(), DivisionCode = "990101001001001", Role = role, AccountId = person, Since = default }))];

    [Fact]
    public void In_every_team_of_four_nobody_who_is_away_serves_and_stand_ins_only_while_no_worker_is_there()
    {
        for (var team = 0; team < 256; team++)
        {
            var members = Team(team);
            for (var away = 0; away < 16; away++)
            {
                var absent = People.Where((_, i) => (away >> i & 1) == 1).ToHashSet();
                var there = members.Where(m => !absent.Contains(m.AccountId!.Value)).ToList();
                var role = there.Exists(m => m.Role is TeamRole.Worker) ? TeamRole.Worker : TeamRole.StandIn;
                Assert.Equal(there.Where(m => m.Role == role), Serving.Of(members, absent));
            }
        }
    }
}
