using System.Text;

namespace Linli.Platform.Export;

/// <summary>Text as XML may hold it.</summary>
internal static class XmlText
{
    /// <summary>Without the characters that no XML document may contain, such as those that control a terminal.</summary>
    public static string Clean(string text)
    {
        if (text.All(c => c is '\t' or '\n' or '\r' or >= ' ' and < '\ud800')) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is '\t' or '\n' or '\r' or >= ' ' and not (0xfffe or 0xffff)) clean.Append(rune.ToString());
        return clean.ToString();
    }
}
