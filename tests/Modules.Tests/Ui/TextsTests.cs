using System.Text.Json;
using Linli.Ui;

namespace Linli.Modules.Tests.Ui;

public sealed class TextsTests
{
    [Fact]
    public void Every_text_stands_in_both_languages() => Assert.Equal(Keys("zh-CN"), Keys("en"));

    private static IEnumerable<string> Keys(string language)
    {
        using var stream = typeof(UiModule).Assembly.GetManifestResourceStream($"texts.{language}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.Keys.Order(StringComparer.Ordinal);
    }
}
