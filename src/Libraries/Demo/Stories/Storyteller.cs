namespace Linli.Demo;

/// <summary>Tells the cases one by one; each is made from its number alone, so they can be told from any point.</summary>
internal sealed class Storyteller
{
    private readonly (int Seed, long Cases) _size;
    private readonly DemoPlace[] _places;
    private readonly Dictionary<string, Metres[]> _rings;
    private readonly ILookup<SubType, Leaf> _sisters;
    private readonly Duties _duties;
    private readonly Names _names;
    private readonly Roster _roster;
    private readonly Voice _voice = new();
    private readonly Moments _moments;
    private readonly Subjects _subjects;
    private readonly Outcome _outcome;

    public Storyteller(int seed, DateTimeOffset end, long cases, DemoDistrict district, Taxonomy taxonomy, Duties duties, Names names)
    {
        _size = (seed, cases);
        (_duties, _names) = (duties, names);
        _places = [.. district.Places.OrderBy(p => p.GridCode, StringComparer.Ordinal)];
        _rings = district.Divisions.Where(d => d.Level == DemoLevel.Grid)
            .ToDictionary(d => d.Code, d => d.Outline.Skip(1).Select(Metres.From).ToArray(), StringComparer.Ordinal);
        _sisters = taxonomy.Leaves.ToLookup(l => l.SubType);
        _roster = new(district.Accounts, district.Units);
        _moments = new(end);
        _subjects = new(seed, cases, _places.Length, taxonomy, HotIssue.Read(_voice, taxonomy));
        _outcome = new(end, _voice, _roster, district.Units.ToDictionary(u => u.Code, StringComparer.Ordinal));
    }

    public IEnumerable<CaseStory> Tell()
    {
        for (var index = 0L; index < _size.Cases; index++) yield return Tell(index);
    }

    private CaseStory Tell(long index)
    {
        var dice = Dice.For(_size.Seed, Draw.Story, index);
        var subject = _subjects.Choose(index, ref dice);
        var (leaf, place) = (subject.Leaf, _places[subject.Place]);
        var channel = Channel(ref dice);
        var reporter = channel == "grid-worker" || dice.Chance(0.12) ? null : Reporter(ref dice);
        var where = place.Name + _voice.Pick("place-tails", ref dice);
        var filed = dice.Chance(0.03) ? dice.Pick(_sisters[leaf.SubType].ToArray()) : leaf;
        var duty = _duties.Find(filed.Category.Code, place.GridCode);
        var report = new Report(_moments.At((index + dice.Unit()) / _size.Cases), TakenBy(channel, place.GridCode, ref dice),
            place.GridCode, where, leaf.Category.Name, filed.Category.Urgent, reporter is not null);
        var (events, rating) = _outcome.Run(report, duty, ref dice);
        return new()
        {
            Index = index,
            Channel = channel,
            ReportedAt = events[0].At,
            Title = _voice.Title(leaf, place.Name, ref dice),
            Text = _voice.Text(leaf, where, channel == "grid-worker", ref dice),
            CategoryCode = filed.Category.Code,
            GridCode = place.GridCode,
            At = Near(place, ref dice),
            PlaceText = dice.Chance(0.4) ? place.Address : where,
            Reporter = reporter,
            UnitCode = duty.UnitCode,
            Events = events,
            Rating = rating,
            DuplicateGroup = subject.Group,
            HotIssue = subject.HotIssue,
            Photos = Photos(leaf, channel, events, ref dice),
        };
    }

    private static string Channel(ref Dice dice) => dice.Below(100) switch
    {
        < 38 => "web", < 60 => "phone", < 70 => "counter", < 94 => "grid-worker", _ => "api",
    };

    private string? TakenBy(string channel, string grid, ref Dice dice) => channel switch
    {
        "phone" or "counter" => _roster.Counter(ref dice),
        "grid-worker" => _roster.GridWorker(grid),
        _ => null,
    };

    /// <summary>The same number always belongs to the same person; some call again.</summary>
    private DemoReporter Reporter(ref Dice dice)
    {
        var number = dice.Below(200_000);
        var person = Dice.For(_size.Seed, Draw.Reporter, number);
        return new(_names.Person(ref person), Names.ReporterPhone(number));
    }

    private DemoPoint Near(DemoPlace place, ref Dice dice)
    {
        var at = Metres.From(place.At);
        var near = new Metres(at.X + dice.Between(-60.0, 60), at.Y + dice.Between(-60.0, 60)).ToPoint();
        return Ring.Contains(_rings[place.GridCode], Metres.From(near)) ? near : place.At;
    }

    private static StoryPhoto[] Photos(Leaf leaf, string channel, List<StoryEvent> events, ref Dice dice)
    {
        if (channel is "phone" or "counter" || dice.Chance(0.4)) return [];
        var before = new StoryPhoto(leaf.SubType.Scene, dice.Below(int.MaxValue), false);
        return events.Exists(e => e.Step == StoryStep.Handled) ? [before, before with { After = true }] : [before];
    }
}
