using Linli.Text;

namespace Linli.Libraries.Tests.Text;

public sealed class TsvTableTests
{
    [Fact]
    public void Title_and_body_are_found_by_themselves()
    {
        var rows = LabelledTexts.From(Table("body\tlevel1\ttitle\n正文\t城建\t标题\n\n只有正文\t交通\n"), null, "level1");
        Assert.Equal([new(new("标题", "正文"), "城建"), new(new("", "只有正文"), "交通")], rows);
    }

    [Fact]
    public void A_single_named_column_is_the_body_unless_it_is_the_title()
    {
        var table = Table("title\ttext\tlabel\n标题\t正文\t甲\n");
        Assert.Equal(new CaseText("", "正文"), LabelledTexts.From(table, ["text"], "label")[0].Text);
        Assert.Equal(new CaseText("标题", ""), LabelledTexts.From(table, ["title"], "label")[0].Text);
    }

    [Theory]
    [InlineData("title\tlevel1\n标题\t\n", "line 2: the label is empty")]
    [InlineData("title\tlevel1\n标题\t甲\n\t乙\n", "line 3: the text is empty")]
    [InlineData("title\tlevel1\n标题\t甲\t多\n", "line 2: 3 values")]
    [InlineData("title\tkind\n标题\t甲\n", "no column “level1”")]
    [InlineData("text\tlevel1\n标题\t甲\n", "name one or two text columns")]
    [InlineData("", "the first line must name the columns")]
    public void A_faulty_file_is_refused_with_its_line(string content, string message)
        => Assert.Contains(message, Assert.Throws<FormatException>(() => LabelledTexts.From(Table(content), null, "level1")).Message, StringComparison.Ordinal);

    static TsvTable Table(string content) => TsvTable.Read(new StringReader(content), "rows.tsv");
}
