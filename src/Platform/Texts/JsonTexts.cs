using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace Linli.Platform.Texts;

/// <summary>
/// Texts of an assembly, from its embedded <c>texts.zh-CN.json</c> and <c>texts.en.json</c>: flat objects, key to text
/// with {0} placeholders. The framework's localizer interfaces, with files that translators can read.
/// </summary>
internal sealed class JsonTexts : IStringLocalizerFactory
{
    private readonly ConcurrentDictionary<Assembly, IStringLocalizer> localizers = [];

    public IStringLocalizer Create(Type resourceSource) =>
        localizers.GetOrAdd(resourceSource.Assembly, static assembly => new Localizer(assembly));

    public IStringLocalizer Create(string baseName, string location) => Create(typeof(JsonTexts));

    private sealed class Localizer(Assembly assembly) : IStringLocalizer
    {
        private readonly Dictionary<string, string> chinese = Read(assembly, "zh-CN"), english = Read(assembly, "en");

        public LocalizedString this[string name] =>
            Current.TryGetValue(name, out var text) ? new(name, text) : new(name, name, resourceNotFound: true);

        public LocalizedString this[string name, params object[] arguments] =>
            Current.TryGetValue(name, out var text) ? new(name, string.Format(CultureInfo.CurrentCulture, text, arguments)) : new(name, name, resourceNotFound: true);

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
            Current.Select(t => new LocalizedString(t.Key, t.Value));

        private Dictionary<string, string> Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? english : chinese;

        private static Dictionary<string, string> Read(Assembly assembly, string language)
        {
            using var stream = assembly.GetManifestResourceStream($"texts.{language}.json");
            return stream is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? [];
        }
    }
}
