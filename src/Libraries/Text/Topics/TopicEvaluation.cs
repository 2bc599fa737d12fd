using System.Diagnostics;
using System.Globalization;

namespace Linli.Text;

/// <summary>Gathers a file of reports and prints the hottest topics.</summary>
public static class TopicEvaluation
{
    /// <summary>Needs the columns id, title, time and body; votes for and against in up and down where it has them.</summary>
    /// <exception cref="FormatException">A column is absent, or a time or number cannot be read; the message names file and line.</exception>
    public static IReadOnlyList<TopicMessage> From(TsvTable table)
    {
        var (id, title, time, body) = (table.Column("id"), table.Column("title"), table.Column("time"), table.Column("body"));
        return [.. table.Rows.Select(row => new TopicMessage(row[id], new(row[title].Trim(), row[body].Trim()), Time(row), Votes: Votes(row, "up") + Votes(row, "down")))];

        DateTime Time(TsvRow row) => DateTime.TryParse(row[time], CultureInfo.InvariantCulture, out var read) ? read : throw new FormatException($"{table.Name}, line {row.Line}: “{row[time]}” is no time.");
        int Votes(TsvRow row, string column) => !table.Has(column) || row[table.Column(column)].Length == 0 ? 0
            : int.TryParse(row[table.Column(column)], CultureInfo.InvariantCulture, out var read) ? read : throw new FormatException($"{table.Name}, line {row.Line}: “{row[table.Column(column)]}” is no number.");
    }

    /// <summary>Prints the hottest.</summary>
    public static IReadOnlyList<Topic> Run(IReadOnlyList<TopicMessage> messages, int top, TextWriter output)
    {
        var started = Stopwatch.GetTimestamp();
        var finder = new TopicFinder(messages.Select(x => x.Text), TimeSpan.FromDays(90));
        foreach (var message in messages.OrderBy(x => x.At)) finder.Add(message);
        var topics = finder.Topics();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        output.WriteLine("rank heat reports votes period place title");
        foreach (var (rank, topic) in topics.Take(top).Index())
            Line(output, $"{rank + 1,4} {topic.Heat,4} {topic.Messages.Count,7} {topic.Messages.Sum(x => x.Votes),5} {topic.First:yyyy-MM-dd}–{topic.Last:yyyy-MM-dd} {(topic.Place.Length == 0 ? "-" : topic.Place)} {topic.Title.Text.Title}");
        Line(output, $"reports: {messages.Count}");
        Line(output, $"topics of two and more: {topics.Count(x => x.Messages.Count > 1)}");
        Line(output, $"seconds: {seconds:0.0}");
        return topics;
    }

    static void Line(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
