using Linli.Demo;

namespace Linli.Libraries.Tests.Demo;

public sealed class CountTests
{
    [Theory]
    [InlineData(DemoLevel.City, 1, 6)]
    [InlineData(DemoLevel.District, 1, 6)]
    [InlineData(DemoLevel.Street, 6, 9)]
    [InlineData(DemoLevel.Community, 23, 12)]
    [InlineData(DemoLevel.Grid, 230, 15)]
    public void Divisions_have_their_numbers_and_their_digits(DemoLevel level, int count, int digits)
    {
        Assert.Equal(count, Sample.At(level).Length);
        Assert.All(Sample.At(level), d => Assert.Equal(digits, d.Code.Length));
    }

    [Fact]
    public void Units_accounts_and_leaves_have_their_numbers()
    {
        Assert.Equal(45, Sample.District.Units.Count);
        Assert.Equal(80, Sample.District.Accounts.Count);
        Assert.Equal(370, Sample.Leaves.Length);
        Assert.Equal(600, Sample.District.Places.Count);
        Assert.Equal(141, Sample.District.Channels.Count);
        Assert.Equal([6, 18, 93, 370], Enumerable.Range(1, 4).Select(l => Sample.District.Categories.Count(c => c.Level == l)));
    }

    [Fact]
    public void Codes_and_names_are_unique()
    {
        Assert.Distinct(Sample.District.Divisions.Select(d => d.Code));
        Assert.Distinct(Sample.District.Divisions.Select(d => d.Name));
        Assert.Distinct(Sample.District.Units.Select(u => u.Code));
        Assert.Distinct(Sample.District.Units.Select(u => u.Name));
        Assert.Distinct(Sample.District.Categories.Select(c => c.Code));
        Assert.Distinct(Sample.Leaves.Select(c => c.Name));
        Assert.Distinct(Sample.District.Accounts.Select(a => a.UserName));
        Assert.Distinct(Sample.District.Places.Select(p => p.Name));
        Assert.Distinct(Sample.District.Channels.Select(c => c.Code));
        Assert.Distinct(Sample.District.Channels.Select(c => c.Name));
    }

    [Fact]
    public void Every_parent_comes_before_its_children()
    {
        AssertOrder(Sample.District.Divisions.Select(d => (d.Code, d.ParentCode)));
        AssertOrder(Sample.District.Units.Select(u => (u.Code, u.ParentCode)));
        AssertOrder(Sample.District.Categories.Select(c => (c.Code, c.ParentCode)));
    }

    [Fact]
    public void The_same_seed_makes_the_same_district_and_another_seed_another()
    {
        string Facts(int seed)
        {
            var district = DemoDistrict.Create(seed, Sample.End);
            return string.Join('\n', district.Divisions.SelectMany(d => d.Outline).Cast<object>()
                .Concat(district.Units).Concat(district.Accounts).Concat(district.Places));
        }
        Assert.Equal(Facts(7), Facts(7));
        Assert.NotEqual(Facts(7), Facts(8));
    }

    [Fact]
    public void A_load_test_may_ask_for_more_grids() =>
        Assert.Equal(2_000, DemoDistrict.Create(1, Sample.End, grids: 2_000).Divisions.Count(d => d.Level == DemoLevel.Grid));

    private static void AssertOrder(IEnumerable<(string Code, string? Parent)> nodes)
    {
        var seen = new HashSet<string>();
        foreach (var (code, parent) in nodes)
        {
            Assert.True(parent is null || seen.Contains(parent), code);
            seen.Add(code);
        }
    }
}
