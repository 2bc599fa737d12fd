namespace Linli.Addresses;

/// <summary>
/// The levels of a standard address (标准地址), from the whole to the part, in the four groups of GB/T 39609-2020: divisions (行政区划), streets and
/// courtyards (街巷院落), buildings and gates (建筑门楼), units and rooms (单元户室). Names, places and plates are those of GB/T 23705-2009 and GB 17733-2008.
/// </summary>
public enum AddressLevel
{
    /// <summary>省、自治区</summary>
    Province = 1,
    /// <summary>市、自治州</summary>
    City,
    /// <summary>区、县</summary>
    District,
    /// <summary>街道、镇、乡</summary>
    Street,
    /// <summary>社区, or the villagers' committee of a village (村委会)</summary>
    Community,
    /// <summary>网格, by its number</summary>
    Grid,
    /// <summary>自然村, with its group (组) if it has one</summary>
    Village,
    /// <summary>街、路、巷、弄</summary>
    Road,
    /// <summary>The other road of a crossing (交叉口)</summary>
    Crossing,
    /// <summary>门牌号: 12, 12-1 (12号之1, 12号附1号), 100弄</summary>
    Number,
    /// <summary>院落: a housing estate, compound, tower or landmark, by its name</summary>
    Estate,
    /// <summary>A part of an estate that counts its buildings anew: 期、区、组团</summary>
    Phase,
    /// <summary>楼幢: 栋、幢、座、号楼, by its number or name</summary>
    Building,
    /// <summary>单元、门、梯</summary>
    Unit,
    /// <summary>楼层; below ground it is negative</summary>
    Floor,
    /// <summary>户室: 室、房、户</summary>
    Room,
}

internal static class AddressLevels
{
    public const int Count = (int)AddressLevel.Room + 1;

    /// <summary>What is written there is a name that already ends with its kind (东和大道), not a number that needs one (12号).</summary>
    public static bool IsNamed(this AddressLevel level) => level is <= AddressLevel.Crossing and not AddressLevel.Grid or AddressLevel.Estate;
}
