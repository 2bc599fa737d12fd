using Microsoft.Extensions.Localization;

namespace Linli.Platform.Problems;

/// <summary>Titles and messages of problems, found in the texts of the module a code names.</summary>
public sealed class ProblemTexts(IStringLocalizerFactory factory, IReadOnlyList<Module> modules)
{
    private readonly Dictionary<string, Type> markers = modules.ToDictionary(m => m.Name, m => m.GetType());

    /// <summary>The title in the current language.</summary>
    public string Title(Problem problem) => Find(problem.Code, "problem." + problem.Code);

    /// <summary>A field's message: the text of a key such as <c>cases.text-missing</c>, or the message itself.</summary>
    public string Message(string keyOrText) =>
        keyOrText.Contains(' ', StringComparison.Ordinal) ? keyOrText : Find(keyOrText, "error." + keyOrText);

    private string Find(string code, string key)
    {
        var text = factory.Create(markers.GetValueOrDefault(code.Split('.')[0], typeof(PlatformModule)))[key];
        return text.ResourceNotFound ? code : text.Value;
    }
}
