namespace Linli.Geo;

/// <summary>What can be wrong with a feature of a GeoJSON file.</summary>
public enum GeoJsonFault
{
    /// <summary>The file is not a GeoJSON FeatureCollection or Feature.</summary>
    NotGeoJson,

    /// <summary>The shape is neither Point, Polygon nor MultiPolygon.</summary>
    UnsupportedShape,

    /// <summary>Coordinates that are not arrays of numbers in the depth the shape asks for, or none at all.</summary>
    BadCoordinates,

    /// <summary>A longitude beyond ±180 or a latitude beyond ±90.</summary>
    OutOfRange,

    /// <summary>A ring of fewer than four points.</summary>
    TooFewPoints,

    /// <summary>A ring whose last point is not its first.</summary>
    UnclosedRing,

    /// <summary>A polygon that crosses itself.</summary>
    SelfIntersection,

    /// <summary>Another breach of the rules for polygons, such as a hole outside its shell.</summary>
    InvalidPolygon,
}
