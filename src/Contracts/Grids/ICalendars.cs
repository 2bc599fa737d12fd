using Linli.Worktime;


namespace Linli.Contracts.Grids;

/// <summary>Working calendars: public holidays and the office hours of each unit, held in memory.</summary>
public interface ICalendars
{
    /// <summary>The calendar of a unit; without a unit, or for a unit without hours of its own, the district's.</summary>
    WorkCalendar For(Guid? unitId);
}
