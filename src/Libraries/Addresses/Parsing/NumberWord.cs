namespace Linli.Addresses;

/// <summary>A word after a number, and the level that the number then has.</summary>
/// <param name="Word">栋, 号楼, or '-' between numbers; empty for a number without a word.</param>
/// <param name="Level">The level.</param>
/// <param name="After">The levels that may stand before, as bits; bit 0 is “nothing yet”.</param>
/// <param name="Weight">How much it says.</param>
/// <param name="Certainty">How often it means this level.</param>
/// <param name="Touching">Whether it counts only right after the level before.</param>
/// <param name="Digits">How many characters the number has at least.</param>
internal sealed record NumberWord(string Word, AddressLevel Level, int After, float Weight, float Certainty = 1, bool Touching = false, int Digits = 1)
{
    private static readonly int Homes = Bits(AddressLevel.Number, AddressLevel.Estate, AddressLevel.Phase),
        Inside = Bits(AddressLevel.Building, AddressLevel.Unit, AddressLevel.Floor),
        Streets = Bits(AddressLevel.Community, AddressLevel.Grid, AddressLevel.Village, AddressLevel.Road, AddressLevel.Crossing);

    private const int Nothing = 1, Anything = -1;

    /// <summary>Longer words first: 号楼 is not read as 号.</summary>
    public static readonly NumberWord[] All =
    [
        .. Each("号网格 网格", AddressLevel.Grid, Nothing | Bits(AddressLevel.District, AddressLevel.Street, AddressLevel.Community), 2),
        .. Each("号大院 号院 号", AddressLevel.Number, Streets, 2), .. Each("号", AddressLevel.Number, Bits(AddressLevel.District, AddressLevel.Street), 0.3f, 0.6f), .. Each("弄", AddressLevel.Number, Streets, 1.8f),
        .. Each("组团 期 区", AddressLevel.Phase, Bits(AddressLevel.Estate), 1.6f, touching: true),
        .. Each("号楼 栋楼 栋 幢楼 幢 座 #楼 #栋 #", AddressLevel.Building, Anything, 2), .. Each("号", AddressLevel.Building, Homes, 1.2f, 0.8f), .. Each("楼", AddressLevel.Building, Homes, 0.6f, 0.7f, touching: true),
        .. Each("号单元 单元", AddressLevel.Unit, Nothing | Homes | Inside, 2), .. Each("号门 门 号梯 梯 座", AddressLevel.Unit, Bits(AddressLevel.Building), 1.4f, 0.9f),
        .. Each("层楼 层 楼 F", AddressLevel.Floor, Homes | Inside, 1.6f),
        .. Each("号房 号室 室 房 号商铺 号铺 铺", AddressLevel.Room, Homes | Inside, 1.8f), .. Each("号", AddressLevel.Room, Inside, 1.2f, 0.8f), .. Each("户", AddressLevel.Room, Inside, 0.8f, 0.8f, touching: true, digits: 3),
        new("-", AddressLevel.Building, Homes, 0.8f, 0.8f, Touching: true), new("-", AddressLevel.Unit, Bits(AddressLevel.Building), 0.8f, 0.8f, Touching: true), new("-", AddressLevel.Floor, Bits(AddressLevel.Unit), 0.5f, 0.8f, Touching: true),
        new("", AddressLevel.Room, Inside, 1, 0.9f, Touching: true), new("", AddressLevel.Room, Homes, 0.4f, 0.6f, Touching: true, Digits: 3), new("", AddressLevel.Number, Bits(AddressLevel.Road, AddressLevel.Crossing), 0.8f, 0.7f, Touching: true),
    ];

    public static int Bits(params ReadOnlySpan<AddressLevel> levels)
    {
        var bits = 0;
        foreach (var level in levels) bits |= 1 << (int)level;
        return bits;
    }

    private static IEnumerable<NumberWord> Each(string words, AddressLevel level, int after, float weight, float certainty = 1, bool touching = false, int digits = 1) =>
        words.Split(' ').Select(word => new NumberWord(word, level, after, weight, certainty, touching, digits));
}
