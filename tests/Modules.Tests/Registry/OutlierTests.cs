using Linli.Registry;

namespace Linli.Modules.Tests.Registry;

public sealed class OutlierTests
{
    [Fact]
    public void Who_looks_ten_times_as_often_as_the_others_stands_out_and_the_others_do_not()
    {
        int[] looks = [3, 4, 5, 4, 6, 5, 4, 60];
        Assert.Equal([60], looks.Where(count => count > Outliers.Above(looks)));
    }

    [Fact]
    public void Among_people_who_look_alike_only_the_one_who_does_not_stands_out()
    {
        int[] looks = [2, 2, 2, 2, 2, 2, 2, 2, 2, 90];
        Assert.Equal([90], looks.Where(count => count > Outliers.Above(looks)));
    }

    [Theory]
    [InlineData(new[] { 500 })]
    [InlineData(new[] { 1, 500 })]
    [InlineData(new[] { 7, 7, 7 })]
    public void Where_there_is_nobody_to_compare_with_or_no_difference_nobody_stands_out(int[] looks) =>
        Assert.DoesNotContain(looks, count => count > Outliers.Above(looks));
}
