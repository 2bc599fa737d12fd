using System.Text;

namespace Linli.Demo;

/// <summary>Words with choices inside: <c>路灯[不亮了,坏了]</c> says one or the other.</summary>
internal sealed class Phrase
{
    private readonly string[][] _parts;

    public Phrase(string source) => _parts =
        [.. source.Split('[', ']').Select((part, i) => i % 2 == 1 ? part.Split(',') : [part])];

    public void Write(StringBuilder text, ref Dice dice)
    {
        foreach (var part in _parts)
            text.Append(part.Length == 1 ? part[0] : dice.Pick(part));
    }
}
