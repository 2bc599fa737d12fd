using System.Globalization;
using System.Text.Json;

namespace Linli.Cases.Mapping;

/// <summary>Looks things up in any JSON by paths such as <c>data.photos[0].url</c>.</summary>
internal static class JsonPlaces
{
    /// <summary>What stands at a place, as text: several words one below the other; nothing where there is none or an object.</summary>
    public static string? Find(JsonElement root, string path)
    {
        var at = root;
        foreach (var part in path.Split('.', '['))
        {
            if (part.EndsWith(']'))
            {
                if (at.ValueKind is not JsonValueKind.Array || !int.TryParse(part.AsSpan(0, part.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= at.GetArrayLength()) return null;
                at = at[index];
            }
            else if (at.ValueKind is not JsonValueKind.Object || !at.TryGetProperty(part, out at)) return null;
        }
        return Said(at);
    }

    private static string? Said(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Select(Said).OfType<string>()),
        _ => null,
    };
}
