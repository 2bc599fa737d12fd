namespace Linli.Geo;

/// <summary>Leaves the depth of a shape's arrays with the fault found there; never leaves <see cref="GeoJson"/>.</summary>
internal sealed class GeoJsonException(GeoJsonFault fault, LonLat? at = null) : Exception(fault.ToString())
{
    public GeoJsonFault Fault { get; } = fault;

    public LonLat? At { get; } = at;
}
