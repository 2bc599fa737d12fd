using System.Runtime.InteropServices;

namespace Linli.Text;

/// <summary>
/// Gathers reports into topics, one after the other: each joins the topic it is most like, or begins one. What is compared are its forty
/// strongest pairs of characters, found in an index, so that a report costs about the same among a thousand topics and among ten thousand. Not safe to use from several threads.
/// </summary>
public sealed class TopicFinder
{
    /// <summary>As near as this (cosine) a report belongs to a topic, or two topics to each other.</summary>
    const float JoinFrom = 0.22f, MergeFrom = 0.3f;

    /// <summary>What a report of an area from which the topic has none so far must be multiplied by.</summary>
    const float Elsewhere = 0.6f;

    readonly Rarity rarity;
    readonly TimeSpan quiet;
    readonly List<Gathering> gatherings = [];
    readonly Dictionary<uint, Dictionary<int, float>> index = [];

    /// <param name="among">Texts that tell which words are rare, as a rule those that are about to be added.</param>
    /// <param name="quiet">After so long without a report a topic is over; the next one begins a new topic.</param>
    public TopicFinder(IEnumerable<CaseText> among, TimeSpan quiet) => (rarity, this.quiet) = (new(among.Select(TopicVector.Joined)), quiet);

    /// <summary>Takes up a report; reports must come in order of time.</summary>
    public void Add(TopicMessage message)
    {
        var vector = TopicVector.Of(message.Text, rarity);
        var (best, near) = Nearest(vector, x => message.At - x.Topic.Last <= quiet ? x.Areas.Count == 0 || message.Area.Length == 0 || x.Areas.Contains(message.Area) ? 1 : Elsewhere : 0);
        if (near < JoinFrom) gatherings.Add(new(best = gatherings.Count));
        Join(gatherings[best], message, vector);
    }

    /// <summary>The topics so far, hottest first, after those that grew alike were put together.</summary>
    public IReadOnlyList<Topic> Topics()
    {
        foreach (var small in gatherings.OrderBy(x => x.Members.Count).ToArray())
        {
            if (small.Members.Count == 0) continue;
            var (best, near) = Nearest(Middle(small), x => x != small && x.Members.Count > 0 && Apart(x.Topic, small.Topic) <= quiet ? 1 : 0);
            if (near < MergeFrom) continue;
            foreach (var (message, vector) in Empty(small)) Join(gatherings[best], message, vector);
        }
        return [.. gatherings.Where(x => x.Members.Count > 0).Select(Described).OrderByDescending(x => x.Heat)];
    }

    Topic Described(Gathering gathering)
    {
        var middle = Middle(gathering).ToDictionary(x => x.Gram, x => x.Weight);
        gathering.Topic.Title = gathering.Members.MaxBy(x => x.Vector.Sum(y => y.Weight * middle.GetValueOrDefault(y.Gram))).Message;
        gathering.Topic.Place = TopicPlaces.MostNamed([.. gathering.Members.Select(x => x.Message.Text)]);
        return gathering.Topic;
    }

    void Join(Gathering gathering, TopicMessage message, (uint Gram, float Weight)[] vector)
    {
        gathering.Members.Add((message, vector));
        gathering.Topic.Add(message);
        if (message.Area.Length > 0) gathering.Areas.Add(message.Area);
        foreach (var (gram, weight) in vector)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(index, gram, out _);
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(place ??= [], gathering.Number, out _);
            gathering.Length += (2 * sum + weight) * weight;
            sum += weight;
        }
    }

    (TopicMessage, (uint, float)[])[] Empty(Gathering gathering)
    {
        var members = gathering.Members.ToArray();
        foreach (var (_, vector) in members)
            foreach (var (gram, _) in vector) index[gram].Remove(gathering.Number);
        gathering.Members.Clear();
        return members;
    }

    /// <summary>The sum of the reports, brought to length one.</summary>
    (uint Gram, float Weight)[] Middle(Gathering gathering)
        => [.. gathering.Members.SelectMany(x => x.Vector).Select(x => x.Gram).Distinct().Select(x => (x, index[x][gathering.Number] / MathF.Sqrt(gathering.Length)))];

    (int Number, float Cosine) Nearest((uint Gram, float Weight)[] vector, Func<Gathering, float> counts)
    {
        var found = new Dictionary<int, float>();
        foreach (var (gram, weight) in vector)
            foreach (var (number, there) in index.GetValueOrDefault(gram) ?? [])
                CollectionsMarshal.GetValueRefOrAddDefault(found, number, out _) += weight * there;
        var best = (Number: -1, Cosine: 0f);
        foreach (var (number, dot) in found)
        {
            var near = dot / MathF.Sqrt(gatherings[number].Length);
            if (near > best.Cosine && (near *= counts(gatherings[number])) > best.Cosine) best = (number, near);
        }
        return best;
    }

    static TimeSpan Apart(Topic one, Topic other) => one.First > other.Last ? one.First - other.Last : other.First > one.Last ? other.First - one.Last : TimeSpan.Zero;

    sealed class Gathering(int number)
    {
        public int Number => number;
        public Topic Topic { get; } = new();
        public List<(TopicMessage Message, (uint Gram, float Weight)[] Vector)> Members { get; } = [];
        public HashSet<string> Areas { get; } = new(StringComparer.Ordinal);

        /// <summary>The squared length of the sum of all vectors.</summary>
        public float Length { get; set; }
    }
}
