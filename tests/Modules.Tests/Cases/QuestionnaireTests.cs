using Linli.Cases.Questions;

namespace Linli.Modules.Tests.Cases;

public sealed class QuestionnaireTests
{
    [Theory]
    [InlineData(nameof(QuestionKind.Text), " 三楼 ", "三楼")]
    [InlineData(nameof(QuestionKind.Number), "３.50", "3.5")]
    [InlineData(nameof(QuestionKind.Number), "-12", "-12")]
    [InlineData(nameof(QuestionKind.Date), "2026-05-01", "2026-05-01")]
    [InlineData(nameof(QuestionKind.Date), "2026-05-01T23:30:00+08:00", "2026-05-01")]
    [InlineData(nameof(QuestionKind.YesNo), "是", "yes")]
    [InlineData(nameof(QuestionKind.YesNo), "False", "no")]
    [InlineData(nameof(QuestionKind.One), "red", "红")]
    [InlineData(nameof(QuestionKind.Several), "蓝", "蓝")]
    public void An_answer_is_kept_in_one_form(string kind, string said, string kept) =>
        Assert.Equal([kept], Check([Ask("a", Enum.Parse<QuestionKind>(kind))], ("a", [said])).Answers.Single().Given);

    [Theory]
    [InlineData(nameof(QuestionKind.Number), "三个", "Question.BadNumber")]
    [InlineData(nameof(QuestionKind.Number), "1e3", "Question.BadNumber")]
    [InlineData(nameof(QuestionKind.Number), "99999999999999", "Question.BadNumber")]
    [InlineData(nameof(QuestionKind.Date), "2026-02-30", "Question.BadDate")]
    [InlineData(nameof(QuestionKind.YesNo), "也许", "Question.BadChoice")]
    [InlineData(nameof(QuestionKind.One), "绿", "Question.BadChoice")]
    [InlineData(nameof(QuestionKind.Several), "绿", "Question.BadChoice")]
    public void What_is_no_answer_is_refused(string kind, string said, string fault) =>
        Assert.Equal(fault, Check([Ask("a", Enum.Parse<QuestionKind>(kind))], ("a", [said])).Faults.Single().TextKey);

    [Fact]
    public void Text_has_an_end_and_one_question_has_one_answer()
    {
        Assert.Equal("Question.TooLong", Check([Ask("a", QuestionKind.Text)], ("a", [new string('长', 501)])).Faults.Single().TextKey);
        Assert.Equal("Question.OneOnly", Check([Ask("a", QuestionKind.One)], ("a", ["红", "蓝"])).Faults.Single().TextKey);
        Assert.Equal(["红", "蓝"], Check([Ask("a", QuestionKind.Several)], ("a", ["blue", "红", "蓝"])).Answers.Single().Given);
    }

    [Fact]
    public void An_answer_to_no_question_is_said_and_an_empty_one_is_none()
    {
        Assert.Equal(("b", "Question.Unknown"), (Check([Ask("a", QuestionKind.Text)], ("b", ["x"])).Faults.Single().Code, Check([], ("b", ["x"])).Faults.Single().TextKey));
        Assert.Equal((0, 0), Counts(Check([Ask("a", QuestionKind.Text)], ("a", [" ", null!]), ("b", [""]))));
    }

    [Fact]
    public void A_question_is_asked_only_after_the_answer_it_hangs_on()
    {
        Question[] both = [Ask("smoke", QuestionKind.YesNo), Ask("floor", QuestionKind.Number, required: true, after: "smoke", when: Question.Yes)];
        Assert.Equal("floor", Check(both, ("smoke", ["yes"])).Faults.Single().Code);
        Assert.Equal((1, 0), Counts(Check(both, ("smoke", ["no"]))));
        Assert.Equal((1, 0), Counts(Check(both, ("smoke", ["no"]), ("floor", ["not even a number"]))));   // shown by a page without script, and left out
    }

    [Fact]
    public void The_first_answer_that_stops_speaks()
    {
        var asked = Ask("smell", QuestionKind.YesNo, options: [new(Question.Yes, Stop: "请立即拨打 119")]);
        Assert.Equal("请立即拨打 119", Check([asked], ("smell", ["是"])).Stop?.Option.StopWords());
        Assert.Null(Check([asked], ("smell", ["否"])).Stop);
    }

    /// <summary>Whatever is sent: nothing is kept that was not asked, what is kept is taken again as it is, and every refusal names what was sent or asked.</summary>
    [Fact]
    public void Any_answers_are_taken_or_refused_and_what_was_taken_is_taken_again()
    {
        var random = new Random(20261122);
        string[] words = ["", "是", "no", "红", "blue", "绿", "3", "-0.50", "2026-05-01", "东门", new('长', 600)];
        var kinds = Enum.GetValues<QuestionKind>();
        for (var round = 0; round < 5_000; round++)
        {
            var questions = Enumerable.Range(0, random.Next(6)).Select(i => Ask(
                $"q{i}", kinds[random.Next(kinds.Length)], random.Next(2) == 0, i > 0 && random.Next(2) == 0 ? $"q{random.Next(i)}" : null, random.Next(2) == 0 ? Question.Yes : "红")).ToList();
            var given = Enumerable.Range(0, random.Next(8)).Select(_ => $"q{random.Next(8)}").Distinct()
                .ToDictionary(code => code, _ => Enumerable.Range(0, random.Next(4)).Select(_ => words[random.Next(words.Length)]).ToArray());
            var outcome = Questionnaire.Check(questions, given, mustAnswer: true);

            Assert.All(outcome.Answers, a => Assert.True(a.Given.Count > 0 && given.ContainsKey(a.Question.Code)));
            Assert.All(outcome.Answers, a => Assert.True(a.Question.AskedAfter is null || outcome.Answers.Any(b => b.Question.Code == a.Question.AskedAfter && b.Given.Contains(a.Question.AskedWhen))));
            Assert.All(outcome.Faults, f => Assert.True(f.Question is null ? given.ContainsKey(f.Code) : questions.Contains(f.Question)));
            var again = Questionnaire.Check(questions, outcome.Answers.ToDictionary(a => a.Question.Code, a => a.Given.ToArray()), mustAnswer: false);
            Assert.Empty(again.Faults);
            Assert.Equal(outcome.Answers.Select(a => string.Join('|', a.Given)), again.Answers.Select(a => string.Join('|', a.Given)));
        }
    }

    private static (int, int) Counts(CheckedAnswers outcome) => (outcome.Answers.Count, outcome.Faults.Count);

    private static CheckedAnswers Check(IReadOnlyList<Question> questions, params (string Code, string[] Words)[] given) =>
        Questionnaire.Check(questions, given.ToDictionary(g => g.Code, g => g.Words), mustAnswer: true);

    private static Question Ask(string code, QuestionKind kind, bool required = false, string? after = null, string? when = null, AnswerOption[]? options = null) => new()
    {
        Id = Guid.CreateVersion7(), CategoryCode = "01", Code = code, Rank = 1, Kind = kind, Wording = code, WordingEn = "", Required = required,
        Choices = Question.Write(options ?? (kind is QuestionKind.One or QuestionKind.Several ? [new("红", "Red"), new("蓝", "Blue")] : [])),
        AskedAfter = after, AskedWhen = after is null ? null : when, ValidFrom = DateTimeOffset.UnixEpoch,
    };
}
