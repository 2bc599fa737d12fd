using Microsoft.Extensions.Primitives;

namespace Linli.Platform.Web;

/// <summary>Words by name in a form: <c>answers[colour]=red</c>, and for several of them again, or <c>answers[colour][]=blue</c>.</summary>
public static class BracketedNames
{
    /// <summary>The words of all fields <c>outer[name]</c>, by name.</summary>
    public static Dictionary<string, string[]> Read(IEnumerable<KeyValuePair<string, StringValues>> form, string outer) => form
        .Where(field => Outer(field.Key) == outer)
        .GroupBy(field => field.Key[(outer.Length + 1)..field.Key.IndexOf(']', StringComparison.Ordinal)])
        .ToDictionary(g => g.Key, g => g.SelectMany(field => field.Value).OfType<string>().ToArray());

    /// <summary>What stands before the brackets; null where there are none.</summary>
    internal static string? Outer(string name) =>
        name.IndexOf('[', StringComparison.Ordinal) is > 0 and var start && name.IndexOf(']', StringComparison.Ordinal) is var end && end > start + 1 && name[(end + 1)..] is "" or "[]" ? name[..start] : null;
}
