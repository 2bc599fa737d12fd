using System.Globalization;
using System.Text.Json;

namespace Linli;

/// <summary>A library's texts in one language, from its embedded Resources. Each library that has some compiles this file into itself.</summary>
internal sealed class Texts
{
    private static readonly Texts Chinese = new("zh-CN");
    private static readonly Texts English = new("en");

    private Texts(string language)
    {
        Language = language;
        using var json = typeof(Texts).Assembly.GetManifestResourceStream($"{language}.json")!;
        All = JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;
    }

    public string Language { get; }

    public IReadOnlyDictionary<string, string> All { get; }

    public string this[string key] => All[key];

    public static Texts In(string language) => language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : Chinese;

    public string Format(string key, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, All[key], values);
}
