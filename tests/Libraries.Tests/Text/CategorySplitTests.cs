using FsCheck;
using FsCheck.Fluent;
using Linli.Text;

namespace Linli.Libraries.Tests.Text;

public sealed class CategorySplitTests
{
    static readonly Gen<LabelledText> AnyRow =
        from title in Gen.Elements("路灯不亮了请修理", "楼下垃圾没有人清运", "夜间施工噪音扰民", "").Two()
        from number in Gen.Choose(0, 30)
        from body in Gen.Elements("", $"第一小区门前的情况已经反映多次", "工地夜里还在施工，吵得睡不着觉")
        select new LabelledText(new(title.Item1 + number, body.Length == 0 ? "" : body + title.Item2 + number), "甲");

    [Fact]
    public void No_test_row_equals_a_training_row() => Prop.ForAll(AnyRow.ArrayOf().ToArbitrary(), rows =>
    {
        var parts = CategorySplit.Split(rows, 50);
        Assert.Empty(parts.Train.Select(x => x.Text.Title).Intersect(parts.Test.Select(x => x.Text.Title)));
        Assert.Empty(parts.Train.Select(x => x.Text.Body).Intersect(parts.Test.Select(x => x.Text.Body)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_the_rows_does_not_matter()
    {
        var rows = Enumerable.Range(0, 200).Select(x => new LabelledText(new($"标题{(char)(0x4E00 + x)}一二三", $"正文{(char)(0x5E00 + x)}四五六"), "甲")).ToArray();
        var (one, other) = (CategorySplit.Split(rows), CategorySplit.Split(rows.Reverse()));
        Assert.NotEmpty(one.Test);
        Assert.Equal(one.Test.ToHashSet(), other.Test.ToHashSet());
    }

    [Fact]
    public void A_lone_title_and_its_message_are_merged()
    {
        LabelledText whole = new(new("路灯不亮", "三号楼前的路灯一周没亮"), "甲");
        var parts = CategorySplit.Split([new(new("路灯不亮！", ""), "甲"), whole, new(new("", "三号楼前的路灯，一周没亮"), "甲")]);
        Assert.Equal(whole, Assert.Single(parts.Train.Concat(parts.Test)));
    }

    [Fact]
    public void Near_duplicates_are_known_and_others_not()
    {
        var known = new NearDuplicates(["关于小区门口路灯不亮的情况反映"], 0.8);
        Assert.True(known.Knows("关于小区门口路灯不亮的情况反映！"));
        Assert.True(known.Knows("关于小区门口路灯不亮的情况反映。再"));
        Assert.False(known.Knows("关于小区门口垃圾成堆的情况"));
    }
}
