using Linli.Addresses;
using Linli.Contracts.Grids;

namespace Linli.StandardAddresses;

/// <summary>What the levels below the divisions are like.</summary>
internal static class Levels
{
    /// <summary>A door number is read only after a road, and a room after a building.</summary>
    private const string SomeRoad = "东路", SomeHouse = "东苑1栋";

    /// <summary>Those that an address of the register has, from the top.</summary>
    public static IReadOnlyList<AddressLevel> All { get; } = [.. Enum.GetValues<AddressLevel>().Where(level => level > AddressLevel.Grid)];

    /// <summary>The level of a division, which stand in the same order.</summary>
    public static AddressLevel Of(DivisionLevel level) => AddressLevel.Province + (int)level;

    /// <summary>It is called by a name, and so may have others; what is only numbered has none.</summary>
    public static bool IsCalled(this AddressLevel level) => level is <= AddressLevel.Community or AddressLevel.Village or AddressLevel.Road or AddressLevel.Crossing or AddressLevel.Estate;

    /// <summary>A value with the word of its level: 3栋.</summary>
    public static string Written(this AddressLevel level, string value) => StandardAddress.Of((level, value)).ToString();

    /// <summary>What somebody wrote for a level as the register keeps it: 三栋 is building 3, 12号之1 number 12-1; a name stays as it is.</summary>
    public static string Value(this AddressLevel level, string written)
    {
        var text = written.Trim();
        return level.IsCalled() ? text : Alone(level, "", text) ?? Alone(level, level > AddressLevel.Building ? SomeHouse : SomeRoad, text) ?? text;
    }

    /// <summary>The value of a text that says nothing but this level, as it is read after others.</summary>
    private static string? Alone(AddressLevel level, string before, string text) =>
        AddressParser.Parse(before + text) is { Rest: "" } read && read.Parts.Where(part => part.Span.End.Value > before.Length).ToList() is [{ } only] && only.Level == level ? only.Value : null;
}
