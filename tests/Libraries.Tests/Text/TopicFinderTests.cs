using Linli.Text;

namespace Linli.Libraries.Tests.Text;

public sealed class TopicFinderTests
{
    static readonly DateTime Start = new(2026, 3, 1);

    static readonly string[] Others =
    [
        "请问居住证在哪里办理需要什么材料", "和平小区物业费收费标准不合理", "人民路井盖破损没有人维修", "河道里有人偷偷排放污水", "公交车28路间隔时间太长",
        "幼儿园什么时候开始报名", "建设路盲道被车辆占用", "楼上装修漏水赔偿问题", "退休金认证怎么操作", "阳光花园垃圾清运不及时",
    ];

    static IEnumerable<TopicMessage> Noise() => Others.Select((x, i) => new TopicMessage($"其他{i}", x, Start.AddDays(i), "东街道"));

    static IEnumerable<TopicMessage> Plant(string area = "", double from = 2) =>
    [
        new("站1", new("丽发新城旁边建搅拌站", "丽发新城旁边的搅拌站噪音很大，灰尘多"), Start.AddDays(from), area, 3),
        new("站2", new("搅拌站粉尘污染", "我家住丽发新城，搅拌站的灰尘和噪音让人睡不着"), Start.AddDays(from + 3), area),
        new("站3", new("投诉丽发新城搅拌站", "搅拌站半夜噪音扰民，丽发新城居民苦不堪言"), Start.AddDays(from + 7), area, 1),
    ];

    static IReadOnlyList<Topic> Topics(params IEnumerable<TopicMessage>[] messages)
    {
        var all = messages.SelectMany(x => x).OrderBy(x => x.At).ToArray();
        var history = Enumerable.Range(0, 200).Select(x => new CaseText("", $"往年第{x}件来信"));   // among few texts no word is rare
        var finder = new TopicFinder(all.Select(x => x.Text).Concat(history), TimeSpan.FromDays(90));
        foreach (var message in all) finder.Add(message);
        return finder.Topics();
    }

    [Fact]
    public void Reports_of_one_matter_make_the_hottest_topic_with_its_place_and_period()
    {
        var hottest = Topics(Noise(), Plant())[0];
        Assert.Equal(["站1", "站2", "站3"], hottest.Messages.Select(x => x.Id));
        Assert.Equal("丽发新城", hottest.Place);
        Assert.Equal((Start.AddDays(2), Start.AddDays(9)), (hottest.First, hottest.Last));
        Assert.Equal(3 * Topic.WritersWorth + 4, hottest.Heat);
        Assert.Equal(Topic.WritersWorth + 1, hottest.HeatBetween(Start.AddDays(8), Start.AddDays(10)));
    }

    [Fact]
    public void Votes_make_a_single_report_hot() =>
        Assert.Equal("一人", Topics(Noise(), Plant(), [new("一人", "金毛湾小学配套入学", Start.AddDays(4), "", 500)])[0].Messages.Single().Id);

    [Fact]
    public void Every_report_is_in_one_topic_and_other_matters_stay_apart()
    {
        var topics = Topics(Noise(), Plant());
        Assert.Equal(13, topics.Sum(x => x.Messages.Count));
        Assert.Equal(11, topics.Count);
    }

    [Fact]
    public void After_a_long_quiet_the_same_matter_is_a_new_topic() =>
        Assert.Equal([3, 3], Topics(Noise(), Plant(), Plant(from: 200)).Take(2).Select(x => x.Messages.Count));

    [Fact]
    public void A_report_without_words_is_a_topic_of_its_own() =>
        Assert.Equal(2, Topics((TopicMessage[])[new("空", "！！", Start), new("空空", "？", Start)]).Count);

    [Fact]
    public void A_time_that_cannot_be_read_is_refused_with_its_line()
    {
        var table = TsvTable.Read(new StringReader("id\ttitle\ttime\tbody\tup\n1\t题\t昨天\t文\t0\n"), "topics");
        Assert.Contains("line 2", Assert.Throws<FormatException>(() => TopicEvaluation.From(table)).Message);
    }
}
