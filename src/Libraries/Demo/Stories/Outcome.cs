namespace Linli.Demo;

/// <summary>Lets a case run its course: most are settled in time, some late, some come back.</summary>
internal sealed class Outcome(DateTimeOffset end, Voice voice, Roster roster, IReadOnlyDictionary<string, DemoUnit> units)
{
    public (List<StoryEvent> Events, StoryRating? Rating) Run(Report report, DemoResponsibility duty, ref Dice dice)
    {
        var course = new Course(end, ref dice);
        course.At(StoryStep.Received, report.At, report.TakenBy);
        StoryRating? rating = null;
        if (Admit(ref course, report, ref dice) && Assign(ref course, report, duty, ref dice)
            && Work(ref course, report, duty, ref dice) && Settle(ref course, report, duty, ref dice))
            rating = Judge(ref course, report, duty, ref dice);
        return (course.Events, rating);
    }

    private bool Admit(ref Course course, Report report, ref Dice dice)
    {
        var clerk = roster.Clerk(report.Grid, ref dice);
        if (dice.Chance(0.012)) return course.Wait(StoryStep.Withdrawn, 1, null) && false;
        if (dice.Chance(0.045)) return course.Wait(StoryStep.Declined, 1.2, clerk, text: voice.Pick("declines", ref dice)) && false;
        return report.Urgent
            ? course.At(StoryStep.Accepted, course.Now.AddMinutes(dice.Between(2.0, 25)), clerk)
            : course.Wait(StoryStep.Accepted, 0.6, clerk);
    }

    private bool Assign(ref Course course, Report report, DemoResponsibility duty, ref Dice dice)
    {
        var clerk = roster.Clerk(report.Grid, ref dice);
        if (dice.Chance(0.04))
        {
            var wrong = roster.Bureau(ref dice);
            if (wrong != duty.UnitCode)
            {
                course.Wait(StoryStep.Dispatched, 0.8, clerk, wrong);
                course.Wait(StoryStep.Returned, 3, roster.Handler(wrong), wrong, voice.Pick("returns", ref dice));
            }
        }
        return report.Urgent
            ? course.At(StoryStep.Dispatched, course.Now.AddMinutes(dice.Between(3.0, 30)), clerk, duty.UnitCode)
            : course.Wait(StoryStep.Dispatched, 0.8, clerk, duty.UnitCode);
    }

    private bool Work(ref Course course, Report report, DemoResponsibility duty, ref Dice dice)
    {
        var (handler, dispatched) = (roster.Handler(duty.UnitCode), course.Now);
        if (report.Urgent) course.At(StoryStep.Taken, dispatched.AddMinutes(dice.Between(5.0, 60)), handler);
        else course.Wait(StoryStep.Taken, 1.5, handler);
        if (course.Goes && dice.Chance(0.05))
        {
            course.Wait(StoryStep.Suspended, 2, handler, text: voice.Pick("suspends", ref dice));
            if (course.Goes) course.Wait(StoryStep.Resumed, 14, handler);
        }
        if (!course.Goes) return false;
        var ready = OfficeHours.Add(dispatched, duty.Handle, 0.42 * dice.Factor(0.65));
        return course.At(StoryStep.Handled, ready > course.Now ? ready : course.Now.AddMinutes(dice.Between(20.0, 90)),
            handler, text: voice.Pick("handled", ref dice));
    }

    private bool Settle(ref Course course, Report report, DemoResponsibility duty, ref Dice dice)
    {
        var walker = roster.GridWorker(report.Grid);
        if (dice.Chance(0.06))
        {
            course.Wait(StoryStep.SentBack, 3, walker, text: voice.Pick("failed", ref dice));
            if (course.Goes) course.Wait(StoryStep.Handled, 6, roster.Handler(duty.UnitCode), text: voice.Pick("handled", ref dice));
        }
        if (course.Goes) course.Wait(StoryStep.Verified, 3, walker, text: voice.Pick("verified", ref dice));
        return course.Goes && course.Wait(StoryStep.Closed, 1.5, roster.Clerk(report.Grid, ref dice), text: Reply(report, units[duty.UnitCode], ref dice));
    }

    private StoryRating? Judge(ref Course course, Report report, DemoResponsibility duty, ref Dice dice)
    {
        if (!report.CanRate || dice.Chance(0.45)) return null;
        var late = course.Now > OfficeHours.Add(report.At, duty.Handle, 1.6);
        var satisfied = dice.Chance(late ? 0.55 : 0.88);
        var at = course.Now.AddHours(dice.Wait(20));
        if (at > end) return null;
        var rating = satisfied
            ? new StoryRating(at, true, dice.Between(late ? 2 : 4, 5), dice.Between(4, 5), dice.Between(3, 5), voice.Pick("praise", ref dice))
            : new StoryRating(at, false, dice.Between(1, 3), dice.Between(1, 3), dice.Between(1, 5), voice.Pick("blame", ref dice));
        if (satisfied || dice.Chance(0.6)) return rating;
        if (course.At(StoryStep.Reopened, at.AddMinutes(2), null, text: rating.Words)
            && course.Wait(StoryStep.Handled, 8, roster.Handler(duty.UnitCode), text: voice.Pick("handled", ref dice)))
            Settle(ref course, report, duty, ref dice);
        return rating;
    }

    private string Reply(Report report, DemoUnit unit, ref Dice dice) => voice.Pick("replies", ref dice)
        .Replace("{leaf}", report.Leaf, StringComparison.Ordinal).Replace("{unit}", unit.Name, StringComparison.Ordinal)
        .Replace("{place}", report.Place, StringComparison.Ordinal).Replace("{phone}", unit.DutyPhone, StringComparison.Ordinal);
}

/// <summary>What the desk knows of a case when it comes in.</summary>
internal readonly record struct Report(
    DateTimeOffset At, string? TakenBy, string Grid, string Place, string Leaf, bool Urgent, bool CanRate);
