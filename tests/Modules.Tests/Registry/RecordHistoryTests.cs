using FsCheck;
using FsCheck.Fluent;
using Linli.Registry;

namespace Linli.Modules.Tests.Registry;

/// <summary>The temporal rules, against what people believed hour by hour.</summary>
public sealed class RecordHistoryTests
{
    private const int Days = 60;
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateTimeOffset Begin = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<List<Said>> Sayings = (
        from day in Gen.Choose(1, Days)
        from corrects in Gen.Elements(true, false)
        from which in Gen.Choose(0, 20)
        select new Said(day, corrects, which)).ListOf().Where(said => said.Count <= 12);

    [Fact]
    public void What_was_true_on_a_day_by_what_was_known_at_an_hour_is_what_people_believed_then() => Holds(said =>
    {
        var (history, beliefs) = Replay(said);
        return Enumerable.Range(0, beliefs.Count).All(hour => Enumerable.Range(0, Days + 2).All(day =>
            history.AsOf(First.AddDays(day), Begin.AddHours(hour))?.Id == beliefs[hour].Where(b => b.From <= day).Select(b => (Guid?)b.State).LastOrDefault()));
    });

    [Fact]
    public void The_latest_state_is_true_still_and_each_of_the_others_until_the_next_begins() => Holds(said =>
    {
        var (history, beliefs) = Replay(said);
        var now = beliefs[^1];
        return history.Latest.Id == now[^1].State
            && history.States.Where(s => s.SupersededAt is null).Select(s => (s.Id, Until: history.Until(s))).SequenceEqual(now.Select((b, i) => (b.State, Until: i + 1 < now.Count ? First.AddDays(now[i + 1].From) : (DateOnly?)null)));
    });

    /// <summary>Something said at an hour: of a day, and either new or in place of what was said before.</summary>
    private sealed record Said(int Day, bool Corrects, int Which);

    private static void Holds(Func<List<Said>, bool> holds) => Prop.ForAll(Sayings.ToArbitrary(), holds).QuickCheckThrowOnFailure();

    /// <summary>The history of what was said, and beside it what people believed after each hour: states and the days they begin, in the order of these.</summary>
    private static (RecordHistory History, List<List<(int From, Guid State)>> Beliefs) Replay(List<Said> said)
    {
        var states = new List<RecordState> { State(0, First, null) };
        var beliefs = new List<List<(int From, Guid State)>> { new() { (0, states[0].Id) } };
        for (var i = 0; i < said.Count; i++)
        {
            var belief = beliefs[^1].ToList();
            Guid? wrong = said[i].Corrects ? belief[said[i].Which % belief.Count].State : null;
            if (wrong is not null)
            {
                belief.RemoveAll(b => b.State == wrong);
                states.Single(s => s.Id == wrong).SupersededAt = Begin.AddHours(i + 1);
            }
            states.Add(State(i + 1, First.AddDays(said[i].Day), wrong));
            belief.Insert(belief.FindLastIndex(b => b.From <= said[i].Day) + 1, (said[i].Day, states[^1].Id));
            beliefs.Add(belief);
        }
        return (new(states), beliefs);
    }

    private static RecordState State(int hour, DateOnly from, Guid? corrects) => new()
    {
        Id = new Guid(hour + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), RecordId = Guid.Empty, Kind = corrects is null ? StateKind.Changed : StateKind.Corrected, ValidFrom = from, RecordedAt = Begin.AddHours(hour), Gone = false, Corrects = corrects,
        Source = RecordSource.Visit, ActorId = null, ActorName = "", Remark = null, DivisionCode = "", Address = null, Longitude = null, Latitude = null, Facts = "{}", Masks = "{}", Personal = null, Sensitive = null,
    };
}
