using System.Buffers;
using System.Text;

namespace Linli.Addresses;

/// <summary>
/// Reads written Chinese addresses: door plates, names, full-width and Chinese numerals, 3-2-502, 3#502, missing levels, and an address inside a sentence.
/// By hand-written rules, in time linear in the text. Never throws; where nothing is found the result has no parts.
/// </summary>
public static class AddressParser
{
    /// <summary>Only so many characters are read: who writes more has named the place before.</summary>
    public const int Limit = 1_000;

    /// <summary>So many characters before a name may belong to it without being read.</summary>
    private const int LongestSlip = 4;

    /// <summary>Reads a text.</summary>
    public static ParsedAddress Parse(string text) => Parse(text, null);

    internal static ParsedAddress Parse(string text, INameVocabulary? known)
    {
        var length = Math.Min(text.Length, Limit);
        var (folded, breaks, cells) = (ArrayPool<char>.Shared.Rent(length), ArrayPool<bool>.Shared.Rent(length), ArrayPool<Cell>.Shared.Rent(Lattice.Cells(length)));
        try
        {
            return Read(text, folded.AsSpan(0, length), breaks.AsSpan(0, length), cells.AsSpan(0, Lattice.Cells(length)), known);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(folded);
            ArrayPool<bool>.Shared.Return(breaks);
            ArrayPool<Cell>.Shared.Return(cells);
        }
    }

    private static ParsedAddress Read(string text, Span<char> folded, Span<bool> breaks, Span<Cell> cells, INameVocabulary? known)
    {
        Folding.Fold(text.AsSpan(0, folded.Length), folded);
        var parts = folded.IndexOf('(') is var open and >= 0 && folded[open..].IndexOf(')') is var close and >= 0
            ? ReadBracketed(folded, open..(open + close), breaks, cells, known)
            : ReadParts(folded, breaks, cells, known);
        if (known is not null) Join(parts, known);
        var relations = Relations.After(folded, parts);
        return new(text, parts, relations, Rest(folded, parts, relations));
    }

    /// <summary>Where an estate is known by a name that has its phase in it, the phase is no level of its own (阳光新村二期).</summary>
    private static void Join(List<AddressPart> parts, INameVocabulary known)
    {
        for (var i = parts.Count - 2; i >= 0; i--)
        {
            if (parts[i] is not { Level: AddressLevel.Estate } estate || parts[i + 1] is not { Level: AddressLevel.Phase } phase) continue;
            var name = estate.Value + StandardAddress.Written(AddressLevel.Phase, phase.Value);
            if (!known.Knows(name, AddressLevel.Estate)) continue;
            parts[i] = estate with { Value = name, Span = estate.Span.Start..phase.Span.End, Wider = null };
            parts.RemoveAt(i + 1);
        }
    }

    /// <summary>What stands in brackets (翠湖花园（东和大道12号）3栋) is read for itself and adds the levels that the text round it lacks.</summary>
    private static List<AddressPart> ReadBracketed(ReadOnlySpan<char> folded, Range bracket, Span<bool> breaks, Span<Cell> cells, INameVocabulary? known)
    {
        var (outside, inside) = (folded.ToArray(), new string(' ', folded.Length).ToCharArray());
        folded[bracket].CopyTo(inside.AsSpan(bracket));
        outside.AsSpan(bracket).Fill(' ');
        var parts = ReadParts(outside, breaks, cells, known);
        if (parts.Count == 0) return ReadParts(folded, breaks, cells, known);
        var said = parts.ConvertAll(part => part.Level);
        parts.AddRange(ReadParts(inside, breaks, cells, known).Where(part => !said.Contains(part.Level)));
        parts.Sort((one, other) => one.Level.CompareTo(other.Level));
        return parts;
    }

    private static List<AddressPart> ReadParts(ReadOnlySpan<char> folded, Span<bool> breaks, Span<Cell> cells, INameVocabulary? known)
    {
        FindBreaks(folded, breaks);
        var lattice = new Lattice(folded, cells);
        lattice.Clear(breaks);
        new AddressReader(folded, breaks, stackalloc float[folded.Length + 1], lattice, known).Read();
        var parts = new List<AddressPart>(8);
        foreach (var (start, length, level, sign, certainty) in lattice.Best())
        {
            var (read, from) = (parts.Count > 0 ? parts[^1].Span.End.Value : Math.Max(start - LongestSlip, 0), start);
            while (level is AddressLevel.Estate && from > read && !breaks[from - 1]) from--;
            parts.Add(new(level, Value(folded.Slice(start, length), level, sign), start..(start + length), sign, certainty) { Wider = from < start ? new(folded[from..(start + length)]) : null });
        }
        return parts;
    }

    private static void FindBreaks(ReadOnlySpan<char> folded, Span<bool> breaks)
    {
        for (var i = 0; i < folded.Length; i++) breaks[i] = Designators.IsBreak(folded[i]);
        for (var i = 0; i < folded.Length; i++)
            for (var lead = Designators.Lead(folded[i..]); lead > 0; lead--) breaks[i + lead - 1] = true;
    }

    private static string Value(ReadOnlySpan<char> piece, AddressLevel level, string sign)
    {
        if (level is AddressLevel.Crossing) return new(piece[1..]);
        if (level.IsNamed()) return new(piece);
        var value = new StringBuilder(8);
        if (piece[0] is '负') value.Append('-');
        for (var i = 0; i < piece.Length; i++)
        {
            var length = Numerals.Length(piece[i..]);
            if (length == 0) continue;
            var number = piece.Slice(i, length);
            if (sign is "F") number = number.TrimEnd('F');
            value.Append(value.Length > 0 && value[^1] != '-' ? "-" : "").Append(Numerals.Read(number));
            i += length - 1;
        }
        if (value.Length == 0) value.Append(piece);
        return sign is "弄" or "区" or "组团" ? value.Append(sign).ToString() : value.ToString();
    }

    /// <summary>What was read as nothing.</summary>
    private static string Rest(ReadOnlySpan<char> folded, List<AddressPart> parts, List<AddressRelation> relations)
    {
        var rest = new StringBuilder();
        for (var i = 0; i < folded.Length; i++)
        {
            if (parts.Find(part => part.Span.Start.Value <= i && i < part.Span.End.Value) is { } part) i = part.Span.End.Value - 1;
            else if (relations.Find(relation => relation.Span.Start.Value <= i && i < relation.Span.End.Value) is { } relation) i = relation.Span.End.Value - 1;
            else if (char.IsLetterOrDigit(folded[i])) rest.Append(folded[i]);
        }
        return rest.ToString();
    }
}
