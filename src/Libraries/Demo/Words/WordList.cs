using System.Reflection;

namespace Linli.Demo;

/// <summary>An embedded list: lines under <c>[section]</c> heads; <c>;</c> begins a remark, <c>-</c> is the empty word.</summary>
internal static class WordList
{
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The word list {name} is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != ';') yield return line;
    }

    public static Dictionary<string, string[]> Sections(string name)
    {
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string> current = [];
        foreach (var line in Lines(name))
            if (line[0] == '[') sections[line[1..^1]] = current = [];
            else current.Add(line == "-" ? "" : line);
        return sections.ToDictionary(x => x.Key, x => x.Value.ToArray(), StringComparer.Ordinal);
    }

    public static string[] Columns(string line) => line.Split(" | ");
}
