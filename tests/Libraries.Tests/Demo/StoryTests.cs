using Linli.Demo;

namespace Linli.Libraries.Tests.Demo;

public sealed class StoryTests
{
    private static readonly CaseStory[] Cases = [.. Sample.District.Cases];

    [Fact]
    public void There_are_five_thousand_over_three_months_in_order_of_time()
    {
        Assert.Equal(5_000, Cases.Length);
        Assert.InRange(Cases[0].ReportedAt, Sample.End.AddMonths(-3), Sample.End.AddMonths(-3).AddDays(1));
        Assert.InRange(Cases[^1].ReportedAt, Sample.End.AddDays(-1), Sample.End);
        Assert.Equal(Cases.Select(c => c.ReportedAt).Order(), Cases.Select(c => c.ReportedAt));
    }

    [Fact]
    public void They_can_be_told_twice_and_are_the_same() =>
        Assert.Equal(Cases.Select(Facts), DemoDistrict.Create(7, Sample.End).Cases.Select(Facts));

    [Fact]
    public void Every_timeline_begins_with_the_receipt_and_never_runs_back_or_past_the_end() => Assert.All(Cases, c =>
    {
        Assert.Equal((StoryStep.Received, c.ReportedAt), (c.Events[0].Step, c.Events[0].At));
        Assert.Equal(c.Events.Select(e => e.At).Order(), c.Events.Select(e => e.At));
        Assert.True(c.Events[^1].At <= Sample.End && (c.Rating is null || c.Rating.At <= Sample.End));
    });

    [Fact]
    public void Cases_stand_in_every_state_at_the_end() =>
        Assert.Equal(Enum.GetValues<StoryStatus>(), Cases.Select(c => c.Status).Distinct().Order());

    [Fact]
    public void Most_are_settled_in_time_and_some_are_late()
    {
        var handled = Cases.Where(c => c.Events.Any(e => e.Step == StoryStep.Handled)).ToArray();
        var late = handled.Count(c => c.Events.First(e => e.Step == StoryStep.Handled).At > OfficeHours.Add(
            c.Events.Last(e => e.Step == StoryStep.Dispatched).At, Sample.District.Responsible(c.CategoryCode, c.GridCode).Handle));
        Assert.InRange((double)late / handled.Length, 0.04, 0.25);
    }

    [Fact]
    public void Every_case_goes_to_the_unit_of_the_list_and_is_done_by_known_accounts()
    {
        var accounts = Sample.District.Accounts.Select(a => a.UserName).ToHashSet();
        Assert.All(Cases, c =>
        {
            Assert.Equal(Sample.District.Responsible(c.CategoryCode, c.GridCode).UnitCode, c.UnitCode);
            Assert.All(c.Events, e => Assert.True(e.By is null || accounts.Contains(e.By)));
        });
    }

    [Fact]
    public void Every_case_lies_inside_its_grid()
    {
        var rings = Sample.At(DemoLevel.Grid).ToDictionary(d => d.Code, d => d.Outline.Skip(1).Select(Metres.From).ToArray());
        Assert.All(Cases, c => Assert.True(Ring.Contains(rings[c.GridCode], Metres.From(c.At))));
    }

    [Fact]
    public void Texts_are_whole_and_varied()
    {
        Assert.All(Cases, c =>
        {
            Assert.True(c.Text.Length > 5 && c.Title.Length > 3 && c.PlaceText.Length > 1);
            Assert.DoesNotContain('{', c.Text + c.Title + c.Reply);
            Assert.DoesNotContain('[', c.Text + c.Title);
        });
        Assert.True(Cases.Select(c => c.Text).Distinct().Count() > 4_900);
        Assert.True(Cases.Select(c => c.Title).Distinct().Count() > 3_500);
        Assert.True(Cases.Select(c => c.CategoryCode).Distinct().Count() > 340);
    }

    [Fact]
    public void Near_duplicates_share_place_and_matter_but_not_the_words()
    {
        var groups = Cases.Where(c => c.DuplicateGroup is not null).GroupBy(c => c.DuplicateGroup).ToArray();
        Assert.InRange(groups.Length, 40, 104);
        Assert.All(groups, g =>
        {
            Assert.True(g.Count() > 1);
            Assert.Single(g.Select(c => c.GridCode).Distinct());
            Assert.Distinct(g.Select(c => c.Text));
        });
    }

    [Fact]
    public void Five_hot_issues_gather_many_cases() =>
        Assert.Equal(5, Cases.Where(c => c.HotIssue is not null).GroupBy(c => c.HotIssue).Count(g => g.Count() > 10));

    [Fact]
    public void Reporters_are_recognisable_as_invented_and_some_are_anonymous()
    {
        Assert.All(Cases, c => Assert.True(c.Reporter is null || c.Reporter.Phone.StartsWith("100") && c.Reporter.Phone.Length == 11));
        Assert.InRange(Cases.Count(c => c.Reporter is null && c.Channel != "grid-worker"), 300, 700);
    }

    [Fact]
    public void A_million_cases_are_made_only_as_far_as_they_are_read() =>
        Assert.Equal(99, DemoDistrict.Create(1, Sample.End, 1_000_000).Cases.Take(100).Last().Index);

    private static string Facts(CaseStory c) =>
        $"{c.Title} {c.Text} {c.CategoryCode} {c.GridCode} {c.At} {c.Reporter} {c.Rating} {string.Join(';', c.Events)} {string.Join(';', c.Photos)}";
}
