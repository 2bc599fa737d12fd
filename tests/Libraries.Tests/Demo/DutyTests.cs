using Linli.Demo;

namespace Linli.Libraries.Tests.Demo;

public sealed class DutyTests
{
    private static readonly Dictionary<string, DemoUnit> Units = Sample.District.Units.ToDictionary(u => u.Code);

    [Fact]
    public void Every_leaf_in_every_grid_has_a_unit_of_that_street_or_of_the_district()
    {
        foreach (var leaf in Sample.Leaves)
            foreach (var grid in Sample.At(DemoLevel.Grid))
            {
                var duty = Sample.District.Responsible(leaf.Code, grid.Code);
                Assert.StartsWith(Units[duty.UnitCode].DivisionCode, grid.Code);
            }
    }

    [Fact]
    public void An_exception_of_a_street_goes_before_the_rule_of_the_district()
    {
        var leaf = Sample.Leaves.Single(l => l.Name == "单车乱停").Code;
        string Kind(string street) => Units[Sample.District.Responsible(leaf,
            Sample.At(DemoLevel.Street).Single(s => s.Name == street).Code + "001001").UnitCode].Kind;
        Assert.Equal("enforcement", Kind("东和街道"));
        Assert.Equal("bureau", Kind("文昌街道"));
    }

    [Fact]
    public void Urgent_leaves_have_limits_that_run_round_the_clock()
    {
        var urgent = Sample.Leaves.Where(l => l.Urgent).ToArray();
        Assert.NotEmpty(urgent);
        Assert.All(urgent, l => Assert.Equal(new DemoLimit(24, "h"), Sample.District.Responsible(l.Code, "990101001001001").Handle));
    }

    [Fact]
    public void Every_unit_that_leads_has_a_handler()
    {
        var handlers = Sample.District.Accounts.Where(a => a.Role == DemoRole.Handler).Select(a => a.UnitCode).ToHashSet();
        Assert.All(Sample.District.Responsibilities, r => Assert.Contains(r.UnitCode, handlers));
    }

    [Fact]
    public void Entries_carry_a_standard_and_a_law() => Assert.All(Sample.District.Responsibilities, r =>
    {
        Assert.NotEmpty(r.Standard);
        Assert.StartsWith("《", r.LegalBasis);
    });

    [Fact]
    public void Phones_are_recognisable_as_invented_and_distinct()
    {
        string[] phones = [.. Sample.District.Units.Select(u => u.DutyPhone), .. Sample.District.Accounts.Select(a => a.Phone)];
        Assert.Distinct(phones);
        Assert.All(phones, p => Assert.Matches(@"^100\d{8}$", p));
    }

    [Theory]
    [InlineData("4wh", 4, "wh")]
    [InlineData("24h", 24, "h")]
    public void Limits_read_what_they_write(string text, int amount, string unit)
    {
        Assert.Equal(new DemoLimit(amount, unit), DemoLimit.Parse(text));
        Assert.Equal(text, new DemoLimit(amount, unit).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("wd")]
    [InlineData("3x")]
    public void What_is_no_limit_is_refused(string text) => Assert.Throws<FormatException>(() => DemoLimit.Parse(text));
}
