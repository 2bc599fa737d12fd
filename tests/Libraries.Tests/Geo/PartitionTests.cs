using FsCheck;
using FsCheck.Fluent;
using Linli.Geo;
using NetTopologySuite.Geometries;

namespace Linli.Libraries.Tests.Geo;

public class PartitionTests
{
    private const double Metre = 1 / 111_195.0;   // of latitude, in degrees

    private static readonly Geometry Whole = GeoJson.ReadGeometry(GeoJson.WriteGeometry(Patchwork.Of(3).ElementAt(4).Polygon));   // as it is stored

    /// <summary>The whole cut in two by a line through a point of it, each half a little moved.</summary>
    private static Geometry[] Halves(Geometry whole, double along, double metres = 0)
    {
        var box = whole.EnvelopeInternal;
        var x = box.MinX + box.Width * along;
        Polygon Side(double from, double to) => new(new LinearRing([new(from, box.MinY - 1), new(to, box.MinY - 1), new(to, box.MaxY + 1), new(from, box.MaxY + 1), new(from, box.MinY - 1)]));
        return [whole.Intersection(Side(box.MinX - 1, x + metres * Metre)), whole.Intersection(Side(x, box.MaxX + 1))];
    }

    private static void ForAnyCut(Func<double, bool> holds) =>
        Prop.ForAll(Gen.Choose(50, 950).Select(thousandths => thousandths / 1000.0).ToArbitrary(), holds).QuickCheckThrowOnFailure();

    [Fact]
    public void Halves_make_up_the_whole_wherever_it_is_cut() =>
        ForAnyCut(along => Partition.Fault(Whole, Halves(Whole, along)) is null);

    [Fact]
    public void A_gap_an_overlap_and_a_part_beyond_the_whole_are_found_when_wider_than_a_metre_and_let_pass_when_not() => ForAnyCut(along =>
        Partition.Fault(Whole, Halves(Whole, along, 3))?.Kind is PartitionFaultKind.Overlap
        && Partition.Fault(Whole, Halves(Whole, along, -3))?.Kind is PartitionFaultKind.Gap
        && Partition.Fault(Whole, [Whole, .. Patchwork.Of(3).Skip(5).Take(1).Select(cell => cell.Polygon)])?.Kind is PartitionFaultKind.Outside
        && Partition.Fault(Whole, Halves(Whole, along, 0.5)) is null
        && Partition.Fault(Whole, Halves(Whole, along, -0.5)) is null);

    [Fact]
    public void The_place_of_a_fault_lies_in_it()
    {
        var parts = Halves(Whole, 0.5, -50);
        var fault = Partition.Fault(Whole, parts)!;
        Assert.True(Whole.Contains(new Point(fault.At.Lon, fault.At.Lat)));
        Assert.DoesNotContain(parts, part => part.Contains(new Point(fault.At.Lon, fault.At.Lat)));
        Assert.InRange(fault.SquareMetres, 50 * 1000, 50 * 100_000);
    }

    [Fact]
    public void Fitted_parts_cover_every_point_exactly_once_though_they_were_drawn_half_a_metre_off() => ForAnyCut(along =>
    {
        var fitted = new[] { Partition.Fit(Whole, Halves(Whole, along, 0.5)), Partition.Fit(Whole, Halves(Whole, along, -0.5)) };
        var dice = new Random((int)(along * 1000));
        var box = Whole.EnvelopeInternal;
        return fitted.All(parts => Math.Abs(parts.Sum(part => part.Area) - Whole.Area) < 1e-6 * Whole.Area && parts[0].Intersection(parts[1]).Area < 1e-14)
            && Enumerable.Range(0, 100).All(_ =>
            {
                var at = new Point(box.MinX + box.Width * dice.NextDouble(), box.MinY + box.Height * dice.NextDouble());
                return !Whole.Contains(at) || fitted.All(parts => parts.Count(part => part.Contains(at)) == 1);
            });
    });

    [Fact]
    public void Neighbours_become_one_shape_without_a_seam()
    {
        var two = Patchwork.Of(3).Take(2).Select(cell => cell.Polygon).ToList();
        var one = Partition.Union(two);
        Assert.IsType<Polygon>(one);
        Assert.Equal(two.Sum(cell => cell.Area), one.Area, 1e-9);
    }
}
