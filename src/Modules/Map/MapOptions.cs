using System.ComponentModel.DataAnnotations;
using Linli.Tiles;

namespace Linli.Map;

/// <summary>The settings of this module (section <c>Linli:Map</c>), checked at start.</summary>
internal sealed class MapOptions : IValidatableObject
{
    public const string Section = "Linli:Map";

    /// <summary>
    /// What lies under our own layers, from the ground up: addresses of pictures with <c>{z}</c>, <c>{x}</c> and <c>{y}</c>, in web mercator and
    /// WGS-84 or CGCS2000, such as the WMTS of Tianditu, or paths of PMTiles files on this machine, of pictures or of shapes as OpenMapTiles and
    /// Protomaps name them. Empty draws none. The server fetches them, so keys in them stay here.
    /// </summary>
    public string[] Base { get; set; } = [];

    /// <summary>Whose map it is, as their terms want it shown.</summary>
    public string Attribution { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var path in Base.Where(IsFile))
            if (FaultOf(path) is { } fault) yield return new($"Linli:Map:Base: '{path}' cannot be used. {fault}", [nameof(Base)]);
        foreach (var address in Base.Where(address => !IsFile(address)))
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || !new[] { "{z}", "{x}", "{y}" }.All(address.Contains))
                yield return new($"Linli:Map:Base: '{address}' is no http address with {{z}}, {{x}} and {{y}}, and no PMTiles file.", [nameof(Base)]);
    }

    /// <summary>Whether a sheet is a file rather than an address.</summary>
    public static bool IsFile(string sheet) => sheet.EndsWith(".pmtiles", StringComparison.OrdinalIgnoreCase) && !sheet.Contains("://", StringComparison.Ordinal);

    private static string? FaultOf(string path)
    {
        try
        {
            new TileArchive(path).Dispose();
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return error.Message;
        }
    }
}
