using FsCheck;
using FsCheck.Fluent;
using Linli.Registry;

namespace Linli.Modules.Tests.Registry;

public sealed class LargeGroupTests
{
    private const string Ill = "ill";

    /// <summary>Counts in grids and communities of two streets.</summary>
    private static readonly Gen<(string Division, string Kind, int Count)[]> Counts =
        (from street in Gen.Choose(1, 2)
         from community in Gen.Choose(1, 3)
         from grid in Gen.Choose(0, 4)
         from kind in Gen.Elements(Ill, "poor")
         from count in Gen.OneOf(Gen.Choose(1, 6), Gen.Choose(1, 40))
         select ($"99010100{street}00{community}" + (grid == 0 ? "" : $"00{grid}"), kind, count)).ArrayOf();

    [Fact]
    public void Every_sum_that_is_made_of_groups_differs_from_every_other_by_nobody_or_by_many() => Holds(counts =>
    {
        var groups = LargeGroups.Of(counts, "");
        var codes = counts.SelectMany(c => new[] { 6, 9, 12, 15 }.Where(length => length <= c.Division.Length).Select(length => c.Division[..length])).Distinct().ToList();
        return codes.TrueForAll(code =>
        {
            var shown = Sum(groups, code);
            var below = codes.Where(c => c.Length == code.Length + 3 && c.StartsWith(code, StringComparison.Ordinal)).Sum(c => Sum(groups, c));
            return shown is 0 or >= SmallGroups.Least && shown - below is 0 or >= SmallGroups.Least;
        });
    });

    [Fact]
    public void Nobody_is_counted_who_is_not_there_and_only_a_few_of_the_whole_are_left_out() => Holds(counts =>
    {
        var groups = LargeGroups.Of(counts, "");
        return counts.Select(c => c.Kind).Distinct().All(kind =>
            counts.Where(c => c.Kind == kind).Sum(c => c.Count) - groups.Where(g => g.Key.Kind == kind).Sum(g => g.Value) is >= 0 and < SmallGroups.Least);
    });

    [Fact]
    public void What_is_small_in_two_grids_shows_in_their_community_and_nothing_rises_above_the_scope()
    {
        (string, string, int)[] counts = [("990101001001001", Ill, 3), ("990101001001002", Ill, 2), ("990101001001003", Ill, 7), ("990101001002001", Ill, 4)];
        Assert.Equal([("990101001001", 5), ("990101001001003", 7)], LargeGroups.Of(counts, "990101001").Select(g => (g.Key.Division, g.Value)).OrderBy(g => g.Division, StringComparer.Ordinal));
        Assert.Equal([("990101001001003", 7)], LargeGroups.Of(counts[1..], "990101001001").Select(g => (g.Key.Division, g.Value)));
    }

    private static int Sum(IReadOnlyDictionary<(string Division, string Kind), int> groups, string division) =>
        groups.Where(g => g.Key.Kind == Ill && g.Key.Division.StartsWith(division, StringComparison.Ordinal)).Sum(g => g.Value);

    private static void Holds(Func<(string Division, string Kind, int Count)[], bool> holds) => Prop.ForAll(Counts.ToArbitrary(), holds).QuickCheckThrowOnFailure();
}
