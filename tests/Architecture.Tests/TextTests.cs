using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Linli.Platform.Problems;
using Module = Linli.Platform.Module;

namespace Linli.Architecture.Tests;

public sealed partial class TextTests
{
    private static readonly IReadOnlyList<Module> Modules = [new Platform.PlatformModule(), .. Host.Modules.All];

    [Fact]
    public void Chinese_and_English_have_the_same_keys() =>
        Assert.Equal([], Modules.SelectMany(m => Texts(m, "zh-CN").Keys.Except(Texts(m, "en").Keys).Select(k => $"{m.Name}: '{k}' has no English")
            .Concat(Texts(m, "en").Keys.Except(Texts(m, "zh-CN").Keys).Select(k => $"{m.Name}: '{k}' has no Chinese"))));

    [Fact]
    public void Chinese_and_English_have_the_same_placeholders() =>
        Assert.Equal([], Modules.SelectMany(m => Texts(m, "zh-CN").Where(t => Texts(m, "en").TryGetValue(t.Key, out var english) && !Placeholders(t.Value).SetEquals(Placeholders(english)))
            .Select(t => $"{m.Name}: '{t.Key}'")));

    [Fact]
    public void Every_permission_has_a_text() =>
        Assert.Equal([], Modules.SelectMany(m => m.Permissions.Select(p => "permission." + p.Name).Where(k => !Texts(m, "zh-CN").ContainsKey(k))));

    [Fact]
    public void Every_line_of_the_navigation_has_a_text() =>
        Assert.Equal([], Modules.SelectMany(m => m.Navigation.Select(n => n.TextKey).Where(k => !Texts(m, "zh-CN").ContainsKey(k))));

    [Fact]
    public void Every_problem_has_a_text() =>
        Assert.Equal([], Types().SelectMany(t => t.GetMembers(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Select(member => member switch
            {
                FieldInfo { FieldType: var type } field when type == typeof(Problem) => (Problem?)field.GetValue(null),
                PropertyInfo { PropertyType: var type } property when type == typeof(Problem) => (Problem?)property.GetValue(null),
                _ => null,
            })
            .OfType<Problem>().Select(p => "problem." + p.Code).Distinct().Where(IsMissing));

    [Fact]
    public void Every_message_of_an_annotation_has_a_text() =>
        Assert.Equal([], Types().SelectMany(t => t.GetProperties()).SelectMany(p => p.GetCustomAttributes<ValidationAttribute>())
            .Select(a => a.ErrorMessage).OfType<string>().Where(k => !k.Contains(' ', StringComparison.Ordinal)).Select(k => "error." + k).Distinct().Where(IsMissing));

    private static IEnumerable<Type> Types() => Modules.SelectMany(m => m.GetType().Assembly.GetTypes()).Where(t => !t.ContainsGenericParameters);

    private static bool IsMissing(string key) => !Modules.Any(m => m.Name == key.Split('.')[1] && Texts(m, "zh-CN").ContainsKey(key));

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(m => m.Value)];

    private static Dictionary<string, string> Texts(Module module, string language)
    {
        using var stream = module.GetType().Assembly.GetManifestResourceStream($"texts.{language}.json");
        return stream is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }

    [GeneratedRegex(@"\{\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
