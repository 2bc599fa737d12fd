using Linli.Contracts.Workforce;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Linli.Workforce;

/// <summary>Tells other modules who is on duty.</summary>
internal sealed class DutyNow(AppDb db, IOptions<WorkforceOptions> options, SiteTime site, TimeProvider clock) : IDuty
{
    public async Task<IReadOnlyList<PersonOnDuty>> NowAsync(string divisionPrefix, CancellationToken ct)
    {
        var now = site.Local(clock.GetUtcNow());
        var (today, times) = (DateOnly.FromDateTime(now.DateTime), options.Value.Times);
        var minute = new ShiftTimes(TimeOnly.FromDateTime(now.DateTime), default).StartOn(today);
        var yesterday = today.AddDays(-1);
        var shifts = await (from shift in db.PublishedShifts() where shift.DivisionCode.StartsWith(divisionPrefix) && (shift.Day == today || shift.Day == yesterday)
                            join worker in db.Workers on shift.WorkerId equals worker.Id
                            join post in db.Posts on worker.PostId equals post.Id
                            orderby shift.DivisionCode, worker.Id
                            select new { shift.Day, shift.Kind, worker.Name, Post = post.Name, shift.DivisionCode, worker.AccountId }).ToListAsync(ct);
        return [.. shifts.Where(s => times[s.Kind].StartOn(s.Day) <= minute && minute < times[s.Kind].EndOn(s.Day)).Select(s => new PersonOnDuty(s.Name, s.Post, s.DivisionCode, s.AccountId))];
    }
}
