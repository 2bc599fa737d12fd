using System.Globalization;

namespace Linli.Addresses;

/// <summary>Numbers as plates and people write them: 12, 12A, G2, 十二, 五零二, 一百零五.</summary>
internal static class Numerals
{
    private const int Longest = 6;

    /// <summary>0 to 9; 10 and 100 for 十 and 百; -1 for anything else.</summary>
    public static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        '零' or '〇' or '○' => 0, '一' or '壹' => 1, '二' or '贰' => 2, '三' or '叁' => 3, '四' => 4, '五' => 5, '六' => 6, '七' => 7, '八' => 8, '九' => 9,
        '十' => 10, '百' => 100,
        _ => -1,
    };

    public static bool IsHan(char c) => c > 'Z' && Digit(c) >= 0;

    /// <summary>How many characters the number that begins here has; 0 when none does, or when it is longer than any plate.</summary>
    public static int Length(ReadOnlySpan<char> folded)
    {
        var length = 0;
        if (folded.Length > 0 && IsHan(folded[0]))
            while (length < folded.Length && IsHan(folded[length])) length++;
        else
        {
            if (folded.Length > 1 && folded[0] is '甲' or '乙' or '丙' or '丁' && char.IsAsciiDigit(folded[1])) length = 1;
            var (letters, digits) = (0, 0);
            for (; length < folded.Length && char.IsAsciiLetterOrDigit(folded[length]); length++)
                if (char.IsAsciiLetter(folded[length])) letters++;
                // 12A and A12 are plates, 105M2 is an area.
                else if (digits++ > 0 && char.IsAsciiLetter(folded[length - 1])) return 0;
            if (letters > 2) return 0;
        }
        return length <= Longest ? length : 0;
    }

    /// <summary>The number in Arabic digits without leading zeros: 五零二 is 502, 十二 is 12, B01 is B1.</summary>
    public static string Read(ReadOnlySpan<char> folded)
    {
        if (folded.Length == 0) return "";
        if (IsHan(folded[0])) return ReadHan(folded).ToString(CultureInfo.InvariantCulture);
        Span<char> kept = stackalloc char[folded.Length];
        var length = 0;
        for (var i = 0; i < folded.Length; i++)
        {
            var leading = folded[i] == '0' && (length == 0 || !char.IsAsciiDigit(kept[length - 1])) && i + 1 < folded.Length && char.IsAsciiDigit(folded[i + 1]);
            if (!leading) kept[length++] = folded[i];
        }
        return new(kept[..length]);
    }

    /// <summary>A name in which every number is in Arabic digits: 第十二小区 and 第12小区 become equal.</summary>
    public static string Key(ReadOnlySpan<char> name)
    {
        var key = name.Length <= 64 ? stackalloc char[128] : new char[name.Length * 2];
        var length = 0;
        for (var i = 0; i < name.Length;)
        {
            var run = 0;
            while (run < Longest && i + run < name.Length && IsHan(name[i + run])) run++;
            if (run == 0 || name[i] == '百')
            {
                key[length++] = Folding.Fold(name[i++]);
                continue;
            }
            ReadHan(name.Slice(i, run)).TryFormat(key[length..], out var written, default, CultureInfo.InvariantCulture);
            (i, length) = (i + run, length + written);
        }
        return new(key[..length]);
    }

    private static int ReadHan(ReadOnlySpan<char> digits)
    {
        var (sum, number) = (0, 0);
        foreach (var c in digits)
        {
            var digit = Digit(c);
            if (digit >= 10) (sum, number) = (sum + Math.Max(number, 1) * digit, 0);
            else number = number * 10 + digit;
        }
        return sum + number;
    }
}
