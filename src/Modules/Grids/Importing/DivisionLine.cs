using Linli.Contracts.Grids;
using Linli.Platform.Import;

namespace Linli.Grids;

/// <summary>A line of a list of divisions that makes sense.</summary>
internal sealed record DivisionLine(string Code, string Name, DivisionLevel Level, string? Parent)
{
    private static readonly Dictionary<int, DivisionLevel> Levels = new()
    {
        [2] = DivisionLevel.Province,
        [4] = DivisionLevel.City,
        [6] = DivisionLevel.District,
        [9] = DivisionLevel.Street,
        [12] = DivisionLevel.Community,
        [15] = DivisionLevel.Grid,
    };

    /// <summary>Reads a line and, when it is good, counts its code among those known.</summary>
    /// <param name="line">The line.</param>
    /// <param name="known">Codes that are stored or were read before.</param>
    /// <param name="named">Codes that this file named before.</param>
    /// <param name="fault">What is wrong, when nothing is returned.</param>
    public static DivisionLine? Read(TableLine line, HashSet<string> known, HashSet<string> named, out string? fault)
    {
        var (code, name) = (line["code"], line["name"]);
        fault = Fault(code, name, line["parent"], line["level"], known);
        if (fault is null && !named.Add(code)) fault = $"the code {code} stands in the file before";
        if (fault is not null) return null;
        known.Add(code);
        var level = line.Optional("level") is { } word ? Enum.Parse<DivisionLevel>(word, ignoreCase: true) : Levels[code.Length];
        return new(code, name, level, line.Optional("parent") ?? Above(code, known));
    }

    private static string? Fault(string code, string name, string parent, string level, HashSet<string> known) =>
        !code.All(char.IsAsciiDigit) || !Levels.ContainsKey(code.Length) ? $"'{code}' is not a code of 2, 4, 6, 9, 12 or 15 digits"
        : name.Length is 0 or > 100 ? "the name is missing or longer than 100 characters"
        : level.Length > 0 && !Enum.GetNames<DivisionLevel>().Contains(level, StringComparer.OrdinalIgnoreCase) ? $"'{level}' is not a level"
        : parent.Length > 0 && !known.Contains(parent) ? $"the parent {parent} is not known"
        : parent.Length > 0 && (parent == code || !code.StartsWith(parent, StringComparison.Ordinal)) ? $"the code {code} does not begin with that of its parent, {parent}"
        : null;

    private static string? Above(string code, HashSet<string> known) =>
        Levels.Keys.Where(length => length < code.Length).OrderDescending().Select(length => code[..length]).FirstOrDefault(known.Contains);
}
