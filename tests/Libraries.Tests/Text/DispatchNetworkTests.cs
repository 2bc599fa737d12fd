using Linli.Text;

namespace Linli.Libraries.Tests.Text;

public sealed class DispatchNetworkTests
{
    static readonly DispatchFacts[] Facts =
    [
        new() { Source = "电话", Property = "投诉" }, new() { Source = "网络", Property = "咨询" },
        new() { Source = "电话", Property = "咨询" }, new() { Source = "网络", Property = "投诉" },
    ];

    [Fact]
    public void It_finds_facts_that_speak_only_together()
    {
        var (network, signs) = Trained(seed: 0);
        for (var i = 0; i < Facts.Length; i++)
            Assert.Equal(Unit(i), Top.Of(network.Scores(signs.Known(Facts[i])), 1)[0]);
    }

    [Fact]
    public void The_same_seed_gives_the_same_network_and_another_one_another()
    {
        float[] Scores(int seed) => Trained(seed) is var (network, signs) ? network.Scores(signs.Known(Facts[0])) : [];
        Assert.Equal(Scores(1), Scores(1));
        Assert.NotEqual(Scores(1), Scores(2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(13)]
    public void Rows_of_any_width_are_worked_on_to_the_end(int width)
    {
        float[] one = [.. Enumerable.Range(1, width).Select(x => (float)x)], sums = [.. one], steepness = new float[width];
        Assert.Equal(one.Sum(x => x * x), Dense.Dot(one, one));
        Dense.Add(sums, one, 2);
        Assert.Equal(one.Select(x => 3 * x), sums);
        Dense.Descend(sums, steepness, one, times: 1, step: 1, floor: 0, decay: 0);
        Assert.Equal(one.Select(x => x * x), steepness);
        Assert.Equal(one.Select(x => (3 * x) - 1), sums);
    }

    /// <summary>Neither the source nor the property alone tells the unit.</summary>
    static int Unit(int fact) => fact / 2;

    static (DispatchNetwork Network, DispatchSigns Signs) Trained(int seed)
    {
        var cases = Enumerable.Range(0, 200).Select(x => (Facts[x % 4], Unit(x % 4))).ToArray();
        var signs = new DispatchSigns();
        foreach (var (facts, _) in cases) signs.Learn(facts);
        return (DispatchNetwork.Train(cases, signs, units: 2, seed), signs);
    }
}
