namespace Linli.Demo;

internal static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>1–999 in words: 12 is 十二, 105 is 一百零五.</summary>
    public static string Write(int number) => number switch
    {
        < 10 => Digits[number].ToString(),
        < 20 => "十" + Ones(number),
        < 100 => Digits[number / 10] + "十" + Ones(number),
        _ when number % 100 == 0 => Digits[number / 100] + "百",
        _ => Digits[number / 100] + "百" + (number % 100 < 10 ? "零" + Ones(number)
            : Digits[number / 10 % 10] + "十" + Ones(number)),
    };

    private static string Ones(int number) => number % 10 == 0 ? "" : Digits[number % 10].ToString();
}
