using System.Globalization;
using Linli.Cases.Questions;
using Linli.Cases.Showing;
using Linli.Cases.Taxonomy;
using Microsoft.Extensions.Localization;

namespace Linli.Cases.EditTaxonomy;

/// <summary>Conditions as people read them.</summary>
internal static class ConditionWords
{
    public static string Say(Responsibility entry, TaxonomySnapshot tree, CaseWords words, IStringLocalizer text) => Say(EntryKey.Of(entry), tree, words, text);

    public static string Say(EntryKey key, TaxonomySnapshot tree, CaseWords words, IStringLocalizer text) =>
        key.Condition is not { } condition ? text["Condition.Always"] : string.Join(" · ", Parts(condition, key.Category, tree, words, text));

    private static IEnumerable<string> Parts(Condition condition, string category, TaxonomySnapshot tree, CaseWords words, IStringLocalizer text)
    {
        if (condition.Time is { } time) yield return Say(time, text);
        if (condition.Channel is { } channel) yield return words.Channel(channel);
        if (condition.Level is { } level) yield return text["Condition.LevelFrom", words.Level(level)];
        if (condition.Question is { } code)
            yield return tree.QuestionAbout(category, code) is { } question ? text["Question.Condition", question.Say(), QuestionWords.Answer(question, condition.Answer!, text)] : $"{code} = {condition.Answer}";
    }

    private static string Say(TimeWindow time, IStringLocalizer text)
    {
        if (time.Working is { } office) return text[office ? "Condition.Working" : "Condition.Off"];
        var days = time.Days.Length == 7 && time.Hours() is not null ? null
            : string.Join(text["Desk.Enumeration"], time.Runs().Select(run => run.First == run.Last ? Day(run.First) : $"{Day(run.First)}–{Day(run.Last)}"));
        return string.Join(' ', new[] { days, time.Hours()?.Replace('-', '–') }.OfType<string>());
    }

    private static string Day(int day) => CultureInfo.CurrentUICulture.DateTimeFormat.AbbreviatedDayNames[day % 7];
}
