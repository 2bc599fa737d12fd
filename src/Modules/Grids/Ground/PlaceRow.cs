using Linli.Platform.Access;

namespace Linli.Grids;

/// <summary>A named place as it is stored.</summary>
internal sealed class PlaceRow : IInDivision
{
    public required Guid Id { get; init; }
    public required string Name { get; set; }
    public required string Address { get; set; }
    public required string DivisionCode { get; set; }
    public required double Longitude { get; set; }
    public required double Latitude { get; set; }
}
