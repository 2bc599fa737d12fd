using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Linli.Ui;

/// <summary>
/// The built files of <c>web/dist</c>, carried inside this assembly. Their names on the wire hold a hash of the
/// content, so browsers keep them for ever.
/// </summary>
public static class Asset
{
    private static readonly Assembly Home = typeof(Asset).Assembly;
    private static readonly FrozenDictionary<string, string> Manifest =
        JsonSerializer.Deserialize<Dictionary<string, string>>(Read("manifest.json")!)!.ToFrozenDictionary();

    /// <summary>The address of an asset by its name in the source, such as <c>app.css</c>.</summary>
    /// <exception cref="KeyNotFoundException">No such asset was built.</exception>
    public static string Url(string name) => $"/assets/{Manifest[name]}";

    /// <summary>The bytes of a file of <c>web/dist</c>, or null.</summary>
    internal static byte[]? Read(string file)
    {
        using var stream = Home.GetManifestResourceStream("assets/" + file);
        if (stream is null) return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    internal static IEnumerable<string> Files => Manifest.Values;
}
