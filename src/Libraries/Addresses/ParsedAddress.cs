namespace Linli.Addresses;

/// <summary>What was read out of a text: the levels with their places, and how sure that is. Immutable.</summary>
public sealed class ParsedAddress
{
    internal ParsedAddress(string text, IReadOnlyList<AddressPart> parts, IReadOnlyList<AddressRelation> relations, string rest)
    {
        (Text, Parts, Relations, Rest) = (text, parts, relations, rest);
        Address = StandardAddress.Of(parts);
        Confidence = Confide();
    }

    /// <summary>The text as it was written.</summary>
    public string Text { get; }

    /// <summary>The levels found, from the whole to the part; empty when the text names no place.</summary>
    public IReadOnlyList<AddressPart> Parts { get; }

    /// <summary>Words that tell how the place lies to the address: 对面, 附近.</summary>
    public IReadOnlyList<AddressRelation> Relations { get; }

    /// <summary>The letters and digits of the text that belong to no level and no relation.</summary>
    public string Rest { get; }

    /// <summary>The normal form of what was found.</summary>
    public StandardAddress Address { get; }

    /// <summary>From 0 (no address) to 1 (every level named by its word, nothing unread between the first and the last).</summary>
    public double Confidence { get; }

    /// <summary>What was read as what, in one sentence: “三栋”是楼幢 3.</summary>
    /// <param name="language">"zh-CN" or "en"; anything else reads as zh-CN.</param>
    public string Explain(string language)
    {
        var texts = Texts.In(language);
        if (Parts.Count == 0) return texts["NoAddress"];
        return string.Join(texts["Comma"], Parts.Select(part => texts.Format("ReadAs", Text[part.Span], texts[part.Level.ToString()], part.Value))
            .Concat(Relations.Select(relation => texts.Format("Relation", Text[relation.Span])))) + texts["Stop"];
    }

    private double Confide()
    {
        if (Parts.Count == 0) return 0;
        var (read, first, last, sum) = (0, int.MaxValue, 0, 0f);
        foreach (var part in Parts)
        {
            var (start, length) = part.Span.GetOffsetAndLength(Text.Length);
            (read, first, last, sum) = (read + length, Math.Min(first, start), Math.Max(last, start + length), sum + part.Certainty);
        }
        var said = 0;
        for (var i = first; i < last; i++) said += char.IsLetterOrDigit(Text[i]) ? 1 : 0;
        return sum / Parts.Count * Math.Min(1, (double)read / Math.Max(said, 1));
    }
}
