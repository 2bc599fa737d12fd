using Linli.Geo;

namespace Linli.Libraries.Tests.Geo;

public sealed class CoordinatesTests
{
    [Theory]
    [InlineData(CoordinateSystem.Wgs84), InlineData(CoordinateSystem.Gcj02), InlineData(CoordinateSystem.Bd09)]
    public void There_and_back_is_less_than_a_millimetre_off(CoordinateSystem system)
    {
        var random = new Random(3);
        for (var i = 0; i < 2_000; i++)
        {
            var at = new LonLat(75 + 58 * random.NextDouble(), 18 + 35 * random.NextDouble());
            var there = Coordinates.To(system, at.Lon, at.Lat);
            Assert.InRange(at.MetresTo(Coordinates.From(system, there.Lon, there.Lat)), 0, 0.001);
        }
    }

    // Reference values of the open-source eviltransform test set (Apache-2.0).
    [Theory]
    [InlineData(121.5272106, 31.1774276, 121.5315419, 31.1753040)]
    [InlineData(113.912316, 22.543847, 113.9171765, 22.5407961)]
    [InlineData(116.377817, 39.911954, 116.3840472, 39.9133455)]
    public void The_shift_of_gcj02_is_the_known_one(double lon, double lat, double shiftedLon, double shiftedLat) =>
        Assert.InRange(new LonLat(shiftedLon, shiftedLat).MetresTo(Coordinates.To(CoordinateSystem.Gcj02, lon, lat)), 0, 0.1);

    [Fact]
    public void Baidu_is_about_a_kilometre_from_amap()
    {
        var gcj = Coordinates.To(CoordinateSystem.Gcj02, 114.35, 22.69);
        Assert.InRange(gcj.MetresTo(Coordinates.To(CoordinateSystem.Bd09, 114.35, 22.69)), 500, 1_200);
    }

    [Fact]
    public void Nothing_is_shifted_outside_china() =>
        Assert.Equal(new LonLat(13.4, 52.5), Coordinates.From(CoordinateSystem.Gcj02, 13.4, 52.5));

    [Fact]
    public void A_degree_of_latitude_is_111_kilometres() => Assert.Equal(111_195, new LonLat(0, 0).MetresTo(new(0, 1)), 1d);
}
