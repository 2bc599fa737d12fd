using FsCheck;
using FsCheck.Fluent;
using Linli.Party;

namespace Linli.Modules.Tests.Party;

public sealed class PartyRulesTests
{
    private static readonly string[] Divisions = ["990101", "990101001", "990101001001", "990101001001001", "990101002", "990101002001"];

    [Fact]
    public void Whatever_is_put_under_whatever_no_way_up_ever_comes_back_to_where_it_began()
    {
        var organisation = from kind in Gen.Elements(Enum.GetValues<OrganisationKind>())
                           from division in Gen.Elements(Divisions)
                           select (Kind: kind, Division: division);
        var tries = from below in Gen.Choose(0, 11) from above in Gen.Choose(0, 11) select (below, above);
        var story = from all in organisation.ArrayOf(12) from moves in tries.ListOf() select (all, moves);
        Prop.ForAll(story.ToArbitrary(), each =>
        {
            var above = new int?[each.all.Length];
            foreach (var (below, over) in each.moves)
                if (Organisation.MayStandUnder(each.all[below].Kind, each.all[below].Division, each.all[over].Kind, each.all[over].Division)) above[below] = over;
            for (var i = 0; i < above.Length; i++)
            {
                var at = i;
                while (above[at] is { } next)
                {
                    if (each.all[next].Kind >= each.all[at].Kind || !each.all[i].Division.StartsWith(each.all[next].Division, StringComparison.Ordinal)) return false;
                    at = next;   // ends, for kinds only rise
                }
            }
            return true;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_order_of_the_tree_has_each_once_and_right_below_what_it_stands_under()
    {
        var ids = Enumerable.Range(0, 8).Select(_ => Guid.CreateVersion7()).ToArray();
        var story = Gen.Choose(-1, 7).ArrayOf(8);
        Prop.ForAll(story.ToArbitrary(), aboves =>
        {
            var items = ids.Select((id, i) => (Id: id, Above: aboves[i] >= 0 && aboves[i] < i ? ids[aboves[i]] : aboves[i] < 0 ? null : (Guid?)Guid.CreateVersion7())).ToList();   // a later one is not shown
            var order = OrganisationTree.Order(items, o => o.Id, o => o.Above, o => (OrganisationKind.Branch, "", o.Id.ToString()));
            var depth = order.ToDictionary(line => line.Item.Id, line => line.Depth);
            return order.Count == items.Count && depth.Count == items.Count
                && items.TrueForAll(o => depth[o.Id] == (o.Above is { } above && depth.TryGetValue(above, out var over) ? over + 1 : 0));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_project_goes_only_along_its_table_and_stays_where_it_is_over()
    {
        foreach (var path in (ProjectState[][])[[ProjectState.Agreed, ProjectState.Running, ProjectState.Done], [ProjectState.GivenUp], [ProjectState.Agreed, ProjectState.GivenUp]])
        {
            var project = new Project { Id = Guid.CreateVersion7(), DivisionCode = "990101", Title = "项目", LeadId = Guid.CreateVersion7() };
            foreach (var state in path)
            {
                foreach (var wrong in Enum.GetValues<ProjectState>().Except(ProjectTransitions.From(project.State))) Assert.False(project.TryMove(wrong));
                Assert.True(project.TryMove(state));
            }
            Assert.True(project.IsOver);
            Assert.Equal(path.Length + 1, project.Version);
        }
    }

    [Fact]
    public void A_share_says_100_only_when_none_is_left_out()
    {
        Assert.Equal(99, new Share(20_000, 19_999).Percent);
        Assert.Equal(100, new Share(7, 7).Percent);
        Assert.Equal(0, new Share(0, 0).Percent);
        Assert.Equal(new Share(3, 1), new Share(1, 1) + new Share(2, 0));
    }
}
