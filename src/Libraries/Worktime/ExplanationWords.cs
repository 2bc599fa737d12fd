using System.Globalization;

namespace Linli.Worktime;

/// <summary>Puts an explanation into one sentence of the language of its texts.</summary>
internal sealed class ExplanationWords(Explanation explanation, Texts texts)
{
    private const int WeekendsNamed = 2;

    public override string ToString() => texts.Format("Sentence",
        string.Join(texts["Comma"], Reasons().Prepend(Start())),
        explanation.Due is { } due ? texts.Format("Due", Moment(due)) : texts["Standing"]);

    private string Start()
    {
        var limit = explanation.Limit.InWords(texts.Language);
        if (explanation.Extension is { } more) limit = texts.Format("Extended", limit, more.InWords(texts.Language));
        return explanation.CountedFrom == explanation.Started
            ? texts.Format("Counted", limit, Moment(explanation.Started))
            : texts.Format("CountedLater", limit, Moment(explanation.Started), Moment(explanation.CountedFrom));
    }

    private IEnumerable<string> Reasons()
    {
        foreach (var each in Of(SkipReason.Break)) yield return texts.Format("Break", $"{each.From:HH\\:mm}–{each.To:HH\\:mm}");
        var weekends = Of(SkipReason.Weekend).ToList();
        if (weekends.Count > WeekendsNamed) yield return texts.Format("Weekends", weekends.Sum(each => (each.To!.Value.Date - each.From.Date).Days));
        else if (weekends.Count > 0) yield return texts.Format("Weekend", List(weekends.SelectMany(Dates)));
        foreach (var each in Of(SkipReason.Holiday)) yield return texts.Format("Holiday", List(Dates(each)), Name(each.Holiday!));
        if (explanation.MakeUpDays is not []) yield return texts.Format("MakeUp", List(explanation.MakeUpDays.Select(Date)));
        foreach (var each in Of(SkipReason.Pause))
            yield return each.To is { } to ? texts.Format("Pause", Moment(each.From), Moment(to)) : texts.Format("PauseOpen", Moment(each.From));
        foreach (var year in explanation.UnannouncedYears) yield return texts.Format("Unannounced", year);
    }

    private IEnumerable<SkippedTime> Of(SkipReason reason) => explanation.Skipped.Where(each => each.Reason == reason);

    private IEnumerable<string> Dates(SkippedTime skipped)
    {
        var (first, last) = (DateOnly.FromDateTime(skipped.From.Date), DateOnly.FromDateTime(skipped.To!.Value.Date).AddDays(-1));
        return (last.DayNumber - first.DayNumber) switch
        {
            0 => [Date(first)],
            1 => [Date(first), Date(last)],
            _ => [texts.Format("Range", Date(first), Date(last))],
        };
    }

    private string Name(Holiday holiday) => texts.Language is "en" ? holiday.English : holiday.Name;

    private string List(IEnumerable<string> parts) => string.Join(texts["Enumeration"], parts);

    private string Moment(DateTimeOffset at) =>
        $"{Date(DateOnly.FromDateTime(at.Date))} {at.ToString("HH:mm", CultureInfo.InvariantCulture)}";

    private string Date(DateOnly date) =>
        date.ToString(date.Year == explanation.Started.Year ? "MM-dd" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
