using FsCheck;
using FsCheck.Fluent;
using Linli.Workforce;

namespace Linli.Modules.Tests.Workforce;

/// <summary>The rest rules, each with its edge, and against counting day by day.</summary>
public sealed class RestRulesTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly Dictionary<ShiftKind, ShiftTimes> Times = new WorkforceOptions().Times.ToDictionary();
    private static readonly Guid Ann = new(1, 0, 0, new byte[8]), Bob = new(2, 0, 0, new byte[8]);
    private static readonly RestLimits Free = new() { LeastHoursBetween = 0, MostDaysInRow = 31, LeastRestDays = 0, MostNightsInRow = 31, MostApart = 31, LeastPeople = 0 };

    /// <summary>Ann's and Bob's shifts from a week before to a week after; null is a day off.</summary>
    private static readonly Gen<List<ShiftKind?>> Months = Gen.Elements<ShiftKind?>(null, ShiftKind.Day, ShiftKind.Early, ShiftKind.Late, ShiftKind.Night).ListOf(42).Select(days => days.ToList());

    private static List<Duty> Shifts(Guid who, int from, string kinds) =>
        [.. kinds.Index().Where(k => k.Item != '-').Select(k => new Duty(who, Monday.AddDays(from + k.Index), k.Item switch { 'N' => ShiftKind.Night, 'E' => ShiftKind.Early, 'L' => ShiftKind.Late, _ => ShiftKind.Day }))];

    private static Crew One(Guid id, DateOnly? since = null, params DateOnly[] away) => new(id, since ?? Monday.AddYears(-1), away.ToHashSet());

    private static List<(RestRule Rule, int Day, int Found)> Check(RestLimits limits, IReadOnlyList<Crew> people, params List<Duty>[] duties) =>
        [.. new RestRules(limits, Times).Check(Monday, people, [.. duties.SelectMany(d => d)]).Select(b => (b.Rule, b.Day.DayNumber - Monday.DayNumber, b.Found))];

    [Fact]
    public void A_night_needs_its_rest_before_the_next_shift_also_across_weeks()
    {
        var limits = new RestLimits { LeastPeople = 0 };
        Assert.Equal([(RestRule.HoursBetween, 1, 3)], Check(limits, [One(Ann)], Shifts(Ann, 0, "ND")));
        Assert.Equal([(RestRule.HoursBetween, 0, 3)], Check(limits, [One(Ann)], Shifts(Ann, -1, "ND")));
        Assert.Equal([(RestRule.HoursBetween, 6, 1)], Check(limits, [One(Ann)], Shifts(Ann, 6, "NE")));
        Assert.Empty(Check(limits, [One(Ann)], Shifts(Ann, 7, "NE")));   // another week's fault
        Assert.Empty(Check(limits, [One(Ann)], Shifts(Ann, 0, "N-D")));
    }

    [Fact]
    public void Days_and_nights_in_a_row_count_what_was_worked_before()
    {
        Assert.Equal([(RestRule.DaysInRow, 2, 7)], Check(new() { LeastPeople = 0 }, [One(Ann)], Shifts(Ann, -4, "DDDDDDD")));
        Assert.Empty(Check(new() { LeastPeople = 0 }, [One(Ann)], Shifts(Ann, -4, "DDDDDD-D")));
        Assert.Equal([(RestRule.NightsInRow, 3, 4)], Check(new() { LeastPeople = 0 }, [One(Ann)], Shifts(Ann, 0, "NNNN")));
    }

    [Fact]
    public void A_week_has_a_day_of_rest() =>
        Assert.Contains((RestRule.RestDays, 6, 0), Check(new() { LeastPeople = 0, MostDaysInRow = 31 }, [One(Ann)], Shifts(Ann, 0, "DDDDDDD")));

    [Fact]
    public void Nights_and_weekends_go_round_but_who_is_new_or_away_is_not_measured()
    {
        var limits = new RestLimits { LeastPeople = 0, MostApart = 1 };
        Assert.Equal([(RestRule.NightsShared, 2, 2)], Check(limits, [One(Ann), One(Bob)], Shifts(Ann, 0, "N-N")));
        Assert.Empty(Check(limits, [One(Ann), One(Bob)], Shifts(Ann, 0, "N-N"), Shifts(Bob, 1, "N")));
        Assert.Empty(Check(limits, [One(Ann), One(Bob, Monday)], Shifts(Ann, 0, "N-N")));
        Assert.Empty(Check(limits, [One(Ann), One(Bob, null, Monday)], Shifts(Ann, 0, "N-N")));
        Assert.Equal([(RestRule.WeekendsShared, 6, 2)], Check(limits, [One(Ann), One(Bob)], Shifts(Ann, 5, "DD")));
    }

    [Fact]
    public void Nobody_works_on_leave_and_no_day_is_empty()
    {
        Assert.Equal([(RestRule.OnLeave, 1, 1)], Check(Free, [One(Ann, null, Monday.AddDays(1))], Shifts(Ann, 0, "DDD")));
        Assert.Equal([4, 5, 6], Check(new() { LeastRestDays = 0 }, [One(Ann)], Shifts(Ann, 0, "DDDD")).Where(b => b.Rule is RestRule.Staffing).Select(b => b.Day));
    }

    [Fact]
    public void What_breaks_nothing_breaks_nothing_when_a_shift_is_taken_out() => Prop.ForAll(Months.ToArbitrary(), month =>
    {
        var limits = new RestLimits { LeastPeople = 0, MostApart = 31 };
        var all = month.Index().Where(d => d.Item is not null).Select(d => new Duty(Ann, Monday.AddDays(d.Index - 21), d.Item!.Value)).ToList();
        var found = Check(limits, [One(Ann)], all).Count;
        return all.TrueForAll(gone => Check(limits, [One(Ann)], all.FindAll(duty => duty != gone)).Count <= found + 1);   // a long run may fall into two that are both too long
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rest_is_what_is_left_of_each_week_counted_by_the_hour() => Prop.ForAll(Months.ToArbitrary(), month =>
    {
        var all = month.Index().Where(d => d.Item is not null).Select(d => new Duty(Ann, Monday.AddDays(d.Index - 21), d.Item!.Value)).ToList();
        var broken = Check(new() { LeastPeople = 0, MostApart = 31 }, [One(Ann)], all);
        var worked = all.SelectMany(duty => Enumerable.Range(Times[duty.Kind].StartOn(duty.Day) / 60, (Times[duty.Kind].EndOn(duty.Day) - Times[duty.Kind].StartOn(duty.Day)) / 60)).ToHashSet();
        var rested = !all.Exists(duty => InWeek(duty.Day) && Enumerable.Range(1, 10).Any(gap => IsEnd(worked, Times[duty.Kind].StartOn(duty.Day) / 60 - gap)));
        var free = Enumerable.Range(0, 7).Count(day => !all.Exists(duty => duty.Day == Monday.AddDays(day)));
        return (rested || broken.Exists(b => b.Rule is RestRule.HoursBetween)) && (free == 0) == broken.Exists(b => b.Rule is RestRule.RestDays);

        static bool InWeek(DateOnly day) => day >= Monday && day < Monday.AddDays(7);
        static bool IsEnd(HashSet<int> hours, int hour) => hours.Contains(hour - 1) && !hours.Contains(hour);
    }).QuickCheckThrowOnFailure();
}
