using FsCheck;
using FsCheck.Fluent;
using Linli.Workforce;

namespace Linli.Modules.Tests.Workforce;

/// <summary>The cap, who is graded and who may be put forward: each with its edge, and for all figures.</summary>
public sealed class AppraisalRulesTests
{
    private const int Year = 2025;
    private static readonly DateOnly First = new(Year, 1, 1);
    private static readonly AppraisalRules Usual = new(new());

    private static readonly Gen<Grade> AnyGrade = Gen.Elements(Enum.GetValues<Grade>());
    private static readonly Gen<List<Grade>> Gradings = AnyGrade.ListOf().Select(grades => grades.ToList());

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 0)]
    [InlineData(4, 1)]
    [InlineData(9, 2)]
    [InlineData(10, 3)]
    [InlineData(60, 18)]
    public void Thirty_of_a_hundred_may_be_excellent_rounded_down(int graded, int most) => Assert.Equal(most, Usual.MostExcellent(graded));

    [Fact]
    public void The_cap_is_never_more_than_the_share_and_one_more_would_be() => Prop.ForAll(Gen.Choose(0, 500).ToArbitrary(), Gen.Choose(0, 100).ToArbitrary(), (graded, percent) =>
    {
        var most = new AppraisalRules(new() { MostExcellent = percent }).MostExcellent(graded);
        return most >= 0 && most <= graded && most * 100 <= graded * percent && (most + 1) * 100 > graded * percent;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Grades_that_keep_to_the_cap_still_do_in_any_order_and_with_a_worse_one_in_place_of_an_excellent_one() => Prop.ForAll(Gradings.ToArbitrary(), grades =>
    {
        var keeps = Usual.Keeps(grades);
        var worse = grades.ConvertAll(grade => grade is Grade.Excellent ? Grade.Competent : grade);
        return keeps == Usual.Keeps(Enumerable.Reverse(grades).ToList()) && Usual.Keeps(worse) && keeps == (grades.Count(g => g is Grade.Excellent) * 10 <= grades.Count * 3);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Half_a_year_is_graded_and_a_day_less_is_not()
    {
        Assert.True(Usual.IsGraded(Year, new(2020, 3, 1), null));
        Assert.True(Usual.IsGraded(Year, new(Year, 7, 1), null));
        Assert.False(Usual.IsGraded(Year, new(Year, 7, 2), null));
        Assert.True(Usual.IsGraded(Year, new(2020, 3, 1), new(Year, 7, 1)));
        Assert.False(Usual.IsGraded(Year, new(2020, 3, 1), new(Year, 6, 30)));
        Assert.False(Usual.IsGraded(Year, new(Year + 1, 1, 1), null));
        Assert.True(new AppraisalRules(new() { LeastMonths = 12 }).IsGraded(Year, First, null));
        Assert.False(new AppraisalRules(new() { LeastMonths = 12 }).IsGraded(Year, First.AddDays(1), null));
    }

    [Fact]
    public void Who_came_earlier_and_stayed_longer_is_graded_when_another_is() => Prop.ForAll(
        Gen.Choose(-400, 400).ToArbitrary(), Gen.Choose(1, 800).ToArbitrary(), Gen.Choose(0, 12).ToArbitrary(), (start, length, months) =>
        {
            var rules = new AppraisalRules(new() { LeastMonths = months });
            var (since, until) = (First.AddDays(start), First.AddDays(start + length));
            return !rules.IsGraded(Year, since, until) || (rules.IsGraded(Year, since.AddDays(-1), until) && rules.IsGraded(Year, since, until.AddDays(1)) && rules.IsGraded(Year, since, null));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Put_forward_is_who_was_competent_last_and_excellent_lately()
    {
        Assert.Equal(ReserveBar.NeverGraded, ReserveRule.Find([], 2026, 3));
        Assert.Equal(ReserveBar.BelowCompetent, ReserveRule.Find([new(2024, Grade.Excellent), new(2025, Grade.BasicallyCompetent)], 2026, 3));
        Assert.Equal(ReserveBar.NotExcellent, ReserveRule.Find([new(2022, Grade.Excellent), new(2025, Grade.Competent)], 2026, 3));
        Assert.Null(ReserveRule.Find([new(2025, Grade.Competent), new(2023, Grade.Excellent)], 2026, 3));
        Assert.Null(ReserveRule.Find([new(2024, Grade.Incompetent), new(2026, Grade.Excellent)], 2026, 3));
    }

    [Fact]
    public void A_better_grade_never_bars_whom_a_worse_one_did_not() => Prop.ForAll(Gen.Choose(2018, 2026).Zip(AnyGrade).ListOf().ToArbitrary(), pairs =>
    {
        var years = pairs.DistinctBy(pair => pair.Item1).Select(pair => new GradedYear(pair.Item1, pair.Item2)).ToList();
        return ReserveRule.Find(years, 2026, 3) is not null || years.TrueForAll(worst => ReserveRule.Find([.. years.Where(y => y != worst), worst with { Grade = Grade.Excellent }], 2026, 3) is null);
    }).QuickCheckThrowOnFailure();
}
