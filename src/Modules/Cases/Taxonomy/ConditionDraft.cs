using Linli.Cases.Channels;
using Linli.Cases.Questions;
using Linli.Platform.Problems;

namespace Linli.Cases.Taxonomy;

/// <summary>A condition as people and programs write it.</summary>
/// <param name="Time"><c>working</c>, <c>off</c>, or days and hours such as <c>1-5 08:00-18:00</c>.</param>
/// <param name="Channel">Code of a channel.</param>
/// <param name="Level">This level or graver, 1 to 5.</param>
/// <param name="Question">Code of an extra question.</param>
/// <param name="Answer">The answer it must have.</param>
internal sealed record ConditionDraft(string? Time, string? Channel, int? Level, string? Question, string? Answer)
{
    public static ConditionDraft? Of(Condition? condition) =>
        condition is null ? null : new(condition.Time?.ToString(), condition.Channel, condition.Level, condition.Question, condition.Answer);

    /// <summary>Checks it against what the district knows.</summary>
    /// <param name="category">The node of the taxonomy that the entry is for.</param>
    /// <param name="taxonomy">Its questions.</param>
    /// <param name="channels">All channels.</param>
    /// <param name="condition">The condition; null where nothing is asked.</param>
    /// <returns>What is wrong, or null.</returns>
    public Problem? Read(string category, TaxonomySnapshot taxonomy, ChannelRegister channels, out Condition? condition)
    {
        condition = null;
        TimeWindow? window = null;
        if (Given(Time) is { } time && !TimeWindow.TryParse(time, out window)) return Problem.Invalid("time", "cases.time-form");
        if (Given(Channel) is { } channel && channels.Find(channel) is null) return CaseErrors.UnknownChannel;
        if (Level is < 1 or > 5) return Problem.Invalid("level", "cases.bad-level");
        var (question, answer) = (Given(Question), Given(Answer));
        if (question is not null)
        {
            if (taxonomy.QuestionAbout(category, question) is not { } asked) return Problem.Invalid("question", "cases.unknown-question");
            if (answer is null || !Knows(asked, ref answer)) return Problem.Invalid("answer", "cases.unknown-answer");
        }
        var read = new Condition { Time = window, Channel = Given(Channel), Level = Level, Question = question, Answer = question is null ? null : answer };
        condition = read.Count == 0 ? null : read;
        return null;
    }

    /// <summary>Whether a question can be answered so; an option is kept by its name.</summary>
    private static bool Knows(Question asked, ref string answer)
    {
        if (asked.Kind is QuestionKind.YesNo) return answer is Questions.Question.Yes or Questions.Question.No;
        if (asked.Kind is not (QuestionKind.One or QuestionKind.Several)) return true;
        if (asked.Find(answer) is not { } option) return false;
        answer = option.Name;
        return true;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
