using Linli.Ui;

namespace Linli.Modules.Tests.Ui;

public sealed class ChartScaleTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(7, 8)]
    [InlineData(70, 80)]
    [InlineData(101, 150)]
    [InlineData(8056, 10000)]
    public void The_axis_ends_at_a_round_mark_above_the_greatest_value(double greatest, double top) =>
        Assert.Equal(top, ChartScale.For([new("", [greatest])], 1).Top, 6);

    [Fact]
    public void Values_lie_between_foot_and_head()
    {
        var scale = ChartScale.For([new("", [3, 9, 12])], 3);
        Assert.Equal(ChartScale.Height - ChartScale.Foot, scale.Y(0), 6);
        Assert.InRange(scale.Y(12), ChartScale.Head, scale.Y(9));
    }
}
