namespace Linli.Demo;

/// <summary>Invented people. Their numbers begin with 100, which no subscriber in China has.</summary>
internal sealed class Names
{
    private readonly string[] _surnames, _given;
    private readonly Dictionary<string, string> _pinyin;

    public Names()
    {
        var lists = WordList.Sections("names");
        (_surnames, _given) = (lists["surnames"][0].Split(' '), lists["given"][0].Split(' '));
        _pinyin = lists["pinyin"].Select(line => line.Split(' ')).ToDictionary(x => x[0], x => x[1], StringComparer.Ordinal);
    }

    public string Person(ref Dice dice) => dice.Pick(_surnames) + dice.Pick(_given);

    public string Pinyin(string person) => _pinyin[person[..1]];

    public static string UnitPhone(int number) => $"10000{number:000000}";
    public static string StaffPhone(int number) => $"10001{number:000000}";
    public static string TeamPhone(int number) => $"1003{number:0000000}";
    public static string ReporterPhone(int number) => $"1002{number:0000000}";
}
