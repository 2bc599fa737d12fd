namespace Linli.Geo;

/// <summary>What a GeoJSON file holds.</summary>
/// <param name="Features">The features that could be read.</param>
/// <param name="Errors">Why the others could not.</param>
/// <param name="Repairs">What was wrong with features that were read after their polygons had been made valid.</param>
public sealed record GeoJsonFile(IReadOnlyList<GeoFeature> Features, IReadOnlyList<GeoJsonError> Errors, IReadOnlyList<GeoJsonError> Repairs);
