using Linli.Text;

namespace Linli.Libraries.Tests.Text;

public sealed class EvaluationTests
{
    static readonly LabelledText[] Rows = [.. Enumerable.Range(0, 40).Select(x => new LabelledText(x % 2 == 0 ? $"路灯不亮{x}" : $"垃圾清运{x}", x % 2 == 0 ? "路灯" : "垃圾"))];

    [Fact]
    public void The_lines_of_the_category_evaluation_are_stable()
    {
        var output = new StringWriter();
        CategoryEvaluation.Run(Rows, Rows, output);
        Assert.Matches(@"(?m)^accuracy: 1\.000\r?$", output.ToString());
        Assert.Matches(@"(?m)^macro-F1: 1\.000\r?$", output.ToString());
        Assert.Matches(@"(?m)^microseconds per message: \d+\.\d\r?$", output.ToString());
    }

    [Fact]
    public void The_lines_of_the_dispatch_evaluation_are_stable()
    {
        var output = new StringWriter();
        DispatchedCase[] cases = [new(new() { SubType = "路灯" }, "城管办"), new(new() { SubType = "噪音" }, "环水局")];
        DispatchEvaluation.Run(cases, cases, output);
        Assert.Matches(@"(?m)^top-1: 1\.000\r?$", output.ToString());
        Assert.Matches(@"(?m)^top-3: 1\.000\r?$", output.ToString());
    }

    [Fact]
    public void A_label_that_training_never_saw_counts_as_wrong()
    {
        var confusion = CategoryEvaluation.Run(Rows, [.. Rows, new("路灯不亮", "新类")], TextWriter.Null);
        Assert.Equal(40.0 / 41, confusion.Accuracy, 6);
        Assert.InRange(confusion.MacroF1, 0.6, 0.67);
    }

    [Fact]
    public void An_empty_test_is_refused() => Assert.Throws<FormatException>(() => CategoryEvaluation.Run(Rows, [], TextWriter.Null));
}
