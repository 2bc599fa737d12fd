namespace Linli.Text;

/// <summary>Reports of one matter.</summary>
public sealed class Topic
{
    /// <summary>To write is as much as ten votes.</summary>
    public const int WritersWorth = 10;

    readonly List<TopicMessage> messages = [];

    /// <summary>In the order in which they were added.</summary>
    public IReadOnlyList<TopicMessage> Messages => messages;

    /// <summary>The report that stands nearest to the middle of all.</summary>
    public TopicMessage Title { get; internal set; } = null!;

    /// <summary>The place that most of them name; empty when none does.</summary>
    public string Place { get; internal set; } = "";

    /// <summary>When the first was written.</summary>
    public DateTime First { get; private set; } = DateTime.MaxValue;

    /// <summary>When the last was written.</summary>
    public DateTime Last { get; private set; } = DateTime.MinValue;

    /// <summary>Heat = 10 · reports + votes for and against: how many people a matter moves, where writing is worth ten votes.</summary>
    public int Heat => messages.Sum(x => WritersWorth + x.Votes);

    /// <summary>The heat of what was written in a stretch of time: this week's beside last week's is its growth.</summary>
    public int HeatBetween(DateTime from, DateTime to) => messages.Where(x => x.At >= from && x.At < to).Sum(x => WritersWorth + x.Votes);

    internal void Add(TopicMessage message)
    {
        messages.Add(message);
        (First, Last) = (message.At < First ? message.At : First, message.At > Last ? message.At : Last);
    }
}
