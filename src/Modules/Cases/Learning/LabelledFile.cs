using Linli.Platform.CommandLine;
using Linli.Text;

namespace Linli.Cases.Learning;

/// <summary>Texts with their labels, as a table with tabs between and a heading line.</summary>
internal static class LabelledFile
{
    private const string Label = "level1";

    /// <summary>The file an option names.</summary>
    public static IReadOnlyList<LabelledText> Read(VerbCall call, string option) => Read(call.Required(option), call);

    /// <summary>A file, with the columns that the call names.</summary>
    public static IReadOnlyList<LabelledText> Read(string file, VerbCall call) =>
        LabelledTexts.From(TsvTable.Read(file), call.Option("text")?.Split(','), call.Option("label") ?? Label);

    public static void Write(string file, IEnumerable<LabelledText> rows) =>
        File.WriteAllLines(file, rows.Select(r => $"{Flat(r.Text.Title)}\t{Flat(r.Text.Body)}\t{Flat(r.Label)}").Prepend($"title\tbody\t{Label}"));

    private static string Flat(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ');
}
