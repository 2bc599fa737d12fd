namespace Linli.Addresses;

/// <summary>Finds everything in a text that may be a level of an address and lays it into the lattice, place by place.</summary>
/// <param name="against">Room for what speaks, up to each place, against a name that goes over it.</param>
internal readonly ref struct AddressReader(ReadOnlySpan<char> folded, ReadOnlySpan<bool> breaks, Span<float> against, Lattice lattice, INameVocabulary? known)
{
    private const int LongestName = 14, LongestBareName = 8;
    private const string Measures = "年月日元米户人个点时分秒平度吨次位名台辆天万千%㎡.号栋幢单层楼室房", Joining = "与和、跟及";
    private const float NameInside = 0.6f, PlateInside = 1.5f, DigitInside = 0.2f, DigitFirst = 1.2f, PrepositionFirst = 1.5f, LongWord = 0.05f;

    private static readonly int Roads = NumberWord.Bits(AddressLevel.Road, AddressLevel.Crossing);
    private static readonly int Streets = Roads | NumberWord.Bits(AddressLevel.Community, AddressLevel.Grid, AddressLevel.Village);

    private readonly ReadOnlySpan<char> folded = folded;
    private readonly ReadOnlySpan<bool> breaks = breaks;
    private readonly Span<float> against = against;
    private readonly Lattice lattice = lattice;
    private readonly INameVocabulary? known = known;

    public void Read()
    {
        against[0] = 0;
        for (var place = 0; place <= folded.Length; place++)
        {
            if (place > 0)
            {
                against[place] = against[place - 1] + (folded[place - 1] is '号' ? PlateInside : char.IsAsciiDigit(folded[place - 1]) ? DigitInside : 0);
                if (ReadNamesUpTo(place)) against[place] += NameInside;
                else ReadBareNameUpTo(place);
            }
            if (place == folded.Length) return;
            if (known is not null && !breaks[place]) ReadKnownNames(place);
            ReadNumbers(place);
            lattice.Skip(place);
        }
    }

    /// <summary>Every name that ends here with the word for its kind; whether there is such a word.</summary>
    private bool ReadNamesUpTo(int end)
    {
        var longest = 0;
        foreach (var designator in Designators.EndingWith(folded[end - 1]))
        {
            var word = designator.Word.Length;
            if (word < longest || !folded[..end].EndsWith(designator.Word) || word == 1 && Designators.IsUndone(folded[end - 1], folded[end..])) continue;
            for (var start = end - 1; start >= 0 && end - start <= LongestName && !breaks[start]; start--)
                if (end - word - start >= designator.Least)
                {
                    longest = word;
                    ReadName(start, end, designator);
                }
        }
        return longest > 0;
    }

    private void ReadName(int start, int end, Designator designator)
    {
        var name = end - designator.Word.Length - start;
        var weight = designator.Weight + LongWord * designator.Word.Length + Length(name) - (against[start + name] - against[start]);
        if (char.IsAsciiDigit(folded[start])) weight -= DigitFirst;
        else if (Designators.IsPreposition(folded[start])) weight -= PrepositionFirst;
        lattice.Offer(start, end - start, designator.Level, weight, designator.Word, weight >= 1 ? 1 : 0.7f);
        if (designator.Level is AddressLevel.Village) ReadGroup(start, end, weight);
        if (designator.Level is AddressLevel.Road && start > 0 && Joining.Contains(folded[start - 1]))
            lattice.Offer(start - 1, end - start + 1, AddressLevel.Crossing, weight, designator.Word, 1, NumberWord.Bits(AddressLevel.Road), touching: true);
    }

    /// <summary>Names have two to four characters before their word, seldom one, rarely more than six.</summary>
    private static float Length(int name) => name switch { 0 => 0, 1 => -0.6f, 2 or 3 => 0.7f, 4 => 0.6f, <= 6 => 0.3f, _ => 0.3f - 0.3f * (name - 6) };

    /// <summary>The group of a village belongs to its name: 沙湖村三组.</summary>
    private void ReadGroup(int start, int end, float weight)
    {
        var number = Numerals.Length(folded[end..]);
        if (number == 0) return;
        foreach (var word in (ReadOnlySpan<string>)["村民小组", "组", "队"])
            if (folded[(end + number)..].StartsWith(word) && !Designators.IsUndone(word[^1], folded[(end + number + word.Length)..]))
                lattice.Offer(start, end + number + word.Length - start, AddressLevel.Village, weight + 1, word, 1);
    }

    /// <summary>A name without a word for its kind, where a building follows (翠湖3栋) or the text is nothing but the name.</summary>
    private void ReadBareNameUpTo(int end)
    {
        if (Numerals.IsHan(folded[end - 1])) return;
        var number = Numerals.Length(folded[end..]);
        var rest = folded[(end + number)..];
        var follows = number > 0 && (rest.StartsWith("号楼") || rest.Length > 0 && rest[0] is '栋' or '幢' or '座' or '#' or '-' or '单');
        if (!follows && end < folded.Length) return;
        for (var start = end - 1; start >= 0 && end - start <= LongestBareName && !breaks[start] && against[end] - against[start] < NameInside; start--)
            if ((follows || start == 0) && Designators.IsBareName(folded[start..end]) && Relations.StartsAt(folded[start..]) == 0)
                lattice.Offer(start, end - start, AddressLevel.Estate, 0.5f + 0.1f * Math.Min(end - start, 4), "", 0.5f, touching: true);
    }

    /// <summary>The known names that begin here. Each outweighs any two that it could be cut into.</summary>
    private void ReadKnownNames(int start)
    {
        if (!known!.Begins(folded[start..])) return;
        for (var end = start + 2; end <= folded.Length && end - start <= LongestName && !breaks[end - 1]; end++)
            for (var levels = known.LevelsOf(folded[start..end], out var whole); levels != 0; levels &= levels - 1)
                lattice.Offer(start, end - start, (AddressLevel)int.TrailingZeroCount(levels), whole ? 1.4f + 0.8f * (end - start) : 1.1f, "", whole ? 1 : 0.8f);
    }

    private void ReadNumbers(int place)
    {
        var prefix = folded[place] is '第' or '负' ? 1 : 0;
        if (prefix == 0 && place > 0 && Continues(folded[place - 1], folded[place])) return;
        var number = Numerals.Length(folded[(place + prefix)..]);
        if (number == 0) return;
        var end = place + prefix + number;
        if (prefix == 0) ReadSubNumber(place, end);
        if (number > 1 && folded[end - 1] is 'F') end--;
        var rest = folded[end..];
        foreach (var word in NumberWord.All)
        {
            if (number < word.Digits || !rest.StartsWith(word.Word) || prefix == 1 && word.Level is not (AddressLevel.Grid or AddressLevel.Floor)) continue;
            var after = rest[word.Word.Length..];
            if (word.Word switch
            {
                "" => number > 5 || IsNoPlate(folded.Slice(place, number), after),
                "-" => Numerals.Length(after) == 0,
                _ => Designators.IsUndone(word.Word[^1], after),
            }) continue;
            lattice.Offer(place, end + word.Word.Length - place, word.Level, word.Weight, word.Word, word.Certainty, word.After, word.Touching);
        }
    }

    /// <summary>A number that is followed by what it counts (5米), or is the beginning of a word (五矿).</summary>
    private static bool IsNoPlate(ReadOnlySpan<char> number, ReadOnlySpan<char> after) => after.Length > 0
        && (Measures.Contains(after[0]) && !Designators.IsUndone(after[0], after[1..]) || Numerals.IsHan(number[0]) && number.Length < 3 && char.IsLetter(after[0]));

    /// <summary>12号之1, 12之1号, 12号附1号, 12附1号 and 12-1号.</summary>
    private void ReadSubNumber(int start, int end)
    {
        var at = end;
        var plated = folded[at..].StartsWith('号');
        if (plated) at++;
        if (at >= folded.Length || folded[at] is not ('之' or '附' or '-')) return;
        var sign = folded[at] switch { '之' => "之", '附' => "附", _ => "-" };
        var second = Numerals.Length(folded[(at + 1)..]);
        if (second == 0) return;
        at += 1 + second;
        var closed = folded[at..].StartsWith('号') && !folded[at..].StartsWith("号楼");
        if (closed) at++;
        if (closed || plated && sign is not "-") lattice.Offer(start, at - start, AddressLevel.Number, 2.6f, sign, 1, Streets);
    }

    private static bool Continues(char before, char c) => Numerals.IsHan(c) ? Numerals.IsHan(before) : char.IsAsciiLetterOrDigit(c) && char.IsAsciiLetterOrDigit(before);
}
