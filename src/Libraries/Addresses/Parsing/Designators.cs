using System.Collections.Frozen;

namespace Linli.Addresses;

/// <summary>A word that ends the name of a level.</summary>
/// <param name="Word">The word: 街道.</param>
/// <param name="Level">The level that it names.</param>
/// <param name="Weight">How much it says: a word that also stands inside names says less.</param>
/// <param name="Least">How many characters the name has before it, at least.</param>
internal sealed record Designator(string Word, AddressLevel Level, float Weight, int Least = 1);

/// <summary>The words by which names are known, and what must not stand beside or in them.</summary>
internal static class Designators
{
    private const float Strong = 2, Middling = 1.4f, Weak = 0.7f;

    /// <summary>Names do not go over these: they belong to the sentence round the address.</summary>
    private static readonly FrozenSet<char> Breaking = "的是我你您他她它们吗呢吧了在被把请谁哪这那很也都就还又已不没让使给栋幢".ToFrozenSet();

    /// <summary>Names seldom begin with these, and often stand right after them.</summary>
    private const string Prepositions = "从对去与为入过住到向个将因于";

    /// <summary>What stands before a number of buildings is no name of an estate: 共有10栋.</summary>
    private const string Counting = "共其只还现已自当才每有是多第约";

    /// <summary>What people write right before an address.</summary>
    private static readonly string[] Leads =
        ["位于", "家住", "居住", "住在", "住址", "地址", "地点", "投诉", "反映", "举报", "咨询", "关于", "建议", "希望", "请问", "请求", "求助", "业主", "居民", "市民", "来自", "询问", "反应", "解决", "修建", "领导", "书记", "各位", "尊敬"];

    /// <summary>A word is one only if none of these follow: 市场 is no city, 3号线 no door.</summary>
    private static readonly FrozenDictionary<char, string[]> Undone = new Dictionary<char, string>
    {
        ['省'] = "道 级", ['市'] = "场 政 民 容 区 委 级", ['区'] = "政府 委 域 间 块 号 级", ['县'] = "政府 委 城 道 级", ['旗'] = "袍 下", ['镇'] = "政府 委", ['乡'] = "政府 镇 亲 村 下",
        ['街'] = "道 心 坊", ['路'] = "基 桥 标 网 由 线 过 权", ['道'] = "路 理 德", ['弄'] = "得", ['村'] = "委 民 道 务 部 里 级 支部 小组 居",
        ['城'] = "市 区 管 乡 镇", ['里'] = "面 边 弄", ['园'] = "区 林", ['庄'] = "园", ['场'] = "所", ['店'] = "面 铺", ['院'] = "子 内",
        ['号'] = "线 文件 令 码 召", ['楼'] = "下 上 盘 顶 道 梯 宇 栋 面 主 房", ['座'] = "谈 位", ['门'] = "口 前 诊 面 卫 店 窗", ['梯'] = "子", ['层'] = "次 面 级",
        ['房'] = "屋 子 产 价 东 租", ['室'] = "内 外", ['户'] = "口 主 型 外 籍", ['期'] = "间 限 待 望 货", ['组'] = "织 长 团 合",
    }.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Split(' '));

    private static readonly FrozenDictionary<char, Designator[]> ByLast = All().GroupBy(designator => designator.Word[^1])
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(designator => designator.Word.Length).ToArray());

    /// <summary>The words that end with this character, longer ones first.</summary>
    public static ReadOnlySpan<Designator> EndingWith(char last) => ByLast.TryGetValue(last, out var found) ? found : [];

    public static bool IsBreak(char folded) => folded is ' ' or '#' || !char.IsLetterOrDigit(folded) || Breaking.Contains(folded);

    public static bool IsPreposition(char folded) => Prepositions.Contains(folded);

    /// <summary>Whether characters before a building can be the name of an estate that has no word for its kind.</summary>
    public static bool IsBareName(ReadOnlySpan<char> folded) =>
        folded.Length >= 2 && !folded.ContainsAnyInRange('0', '9') && !Counting.Contains(folded[0]) && !Counting.Contains(folded[^1]) && !IsPreposition(folded[0]) && !IsPreposition(folded[^1]);

    /// <summary>Whether a word that ends with this character is undone by what follows.</summary>
    public static bool IsUndone(char last, ReadOnlySpan<char> after)
    {
        if (after.Length == 0 || !Undone.TryGetValue(last, out var words)) return false;
        foreach (var word in words)
            if (after.StartsWith(word)) return true;
        return false;
    }

    /// <summary>How many characters at this place lead to an address without being part of it.</summary>
    public static int Lead(ReadOnlySpan<char> at)
    {
        foreach (var lead in Leads)
            if (at.StartsWith(lead) && !at[lead.Length..].StartsWith('委')) return lead.Length;
        return 0;
    }

    /// <summary>A name without the word for its kind: 翠湖 of 翠湖花园; empty when too little is left.</summary>
    public static ReadOnlySpan<char> Stem(ReadOnlySpan<char> name, AddressLevel level)
    {
        var longest = 0;
        foreach (var designator in EndingWith(name.Length > 0 ? name[^1] : ' '))
            if (designator.Word.Length > longest && name.EndsWith(designator.Word) && (designator.Level == level || level is AddressLevel.Community or AddressLevel.Village)) longest = designator.Word.Length;
        return longest > 0 && name.Length - longest >= 2 ? name[..^longest] : [];
    }

    private static IEnumerable<Designator> All() =>
    [
        .. Words(AddressLevel.Province, Strong, 2, "省 自治区"),
        .. Words(AddressLevel.City, Strong, 1, "市 自治州"),
        .. Words(AddressLevel.District, Strong, 1, "区 县"), .. Words(AddressLevel.District, Strong, 2, "新区 自治县 旗 开发区"),
        .. Words(AddressLevel.Street, Strong, 2, "街道办事处 街道办 街道 镇 乡"),
        .. Words(AddressLevel.Community, Strong, 2, "社区居民委员会 社区居委会 居民委员会 居委会 村民委员会 村委会 社区"),
        .. Words(AddressLevel.Village, Middling, 1, "村 自然村 屯"), .. Words(AddressLevel.Village, Weak, 2, "庄 寨 岗 冲 大队"),
        .. Words(AddressLevel.Road, Strong, 1, "路 大道 街 大街 巷 胡同 国道 省道 县道 公路 高速"), .. Words(AddressLevel.Road, Weak, 2, "道 里弄 支路 弄"),
        .. Words(AddressLevel.Estate, Strong, 1, "小区 花园 花苑 家园 公寓 新村 名邸 雅居 雅苑 公馆 华庭 山庄 庄园 别墅 庭院 嘉苑 佳苑 御园 名苑 名城 名都 豪庭 新城 大院 宿舍 家属院 家属区 安置区 安置房 保障房 生活区 住宅区"),
        .. Words(AddressLevel.Estate, Strong, 1, "大厦 广场 中心 写字楼 商业街 步行街 农贸市场 菜市场 市场 商场 超市 酒店 宾馆 饭店 银行 厂 工业区 工业园 科技园 产业园 创业园 园区"),
        .. Words(AddressLevel.Estate, Strong, 1, "学校 小学 中学 大学 幼儿园 校区 医院 卫生院 卫生服务站 卫生服务中心 派出所 公园 景区 水库 大桥 车站 公交站 地铁站 停车场 加油站"),
        .. Words(AddressLevel.Estate, Middling, 2, "苑 花城 府邸 国际 学院 广场公寓 时代 工地"),
        .. Words(AddressLevel.Estate, Weak, 2, "里 府 城 园 居 轩 阁 湾 庭 湖 郡 墅 院 邸 馆 寓 桥 站 场 店 大楼"),
        .. Words(AddressLevel.Building, Middling, 0, "综合楼 教学楼 办公楼 宿舍楼 实验楼 门诊楼 住院楼 主楼 附楼 科技楼 商务楼"),
    ];

    private static IEnumerable<Designator> Words(AddressLevel level, float weight, int least, string words) =>
        words.Split(' ').Select(word => new Designator(word, level, weight, least));
}
