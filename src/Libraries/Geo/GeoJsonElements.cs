using System.Text.Json;

namespace Linli.Geo;

/// <summary>Looks into JSON that may be of any shape.</summary>
internal static class GeoJsonElements
{
    /// <summary>The member, or an undefined element, whose text is empty.</summary>
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    public static string? Text(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static JsonElement? Array(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } array ? array : null;
}
