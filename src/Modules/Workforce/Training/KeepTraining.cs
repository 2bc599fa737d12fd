using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Time;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Workforce;

/// <summary>A course that was or will be held.</summary>
internal sealed record AddCourse : ICommand
{
    [Required(ErrorMessage = "workforce.division-unknown")] public string? DivisionCode { get; set; }
    [Required(ErrorMessage = "workforce.name-missing"), StringLength(100, ErrorMessage = "workforce.too-long")] public string? Title { get; set; }
    [Required(ErrorMessage = "workforce.day-missing")] public DateOnly? HeldOn { get; set; }
    [Required(ErrorMessage = "workforce.hours-wrong"), Range(1, 1000, ErrorMessage = "workforce.hours-wrong")] public int? Hours { get; set; }

    /// <summary>How long its certificate is good.</summary>
    [Range(1, 240, ErrorMessage = "workforce.months-wrong")] public int? ValidMonths { get; set; }
}

/// <summary>A worker took a course; said again, it is as said last.</summary>
internal sealed record RecordAttendance : ICommand
{
    [Required(ErrorMessage = "workforce.worker-unknown")] public Guid? WorkerId { get; set; }
    public bool Passed { get; set; }
}

/// <summary>A course with how many took and passed it.</summary>
internal sealed record CourseLine(Guid Id, string DivisionCode, string Division, string Title, DateOnly HeldOn, int Hours, int? ValidMonths, int Attended, int Passed);

/// <summary>What a worker took, and until when the certificate is good.</summary>
internal sealed record AttendanceLine(Guid CourseId, string Title, DateOnly HeldOn, int Hours, Guid WorkerId, string Name, bool Passed, DateOnly? ExpiresOn);

/// <summary>Courses, who took them, and certificates that end.</summary>
internal sealed class TrainingHandler(AppDb db, IAccess access, WorkforceChange change, Workplaces places, SiteTime site, TimeProvider clock)
{
    private const int Most = 200, SoonDays = 60;

    public async Task<IReadOnlyList<CourseLine>> Courses(CancellationToken ct)
    {
        var attended = db.Attendances.Within(access);
        var rows = await db.Courses.AsNoTracking().Within(access).OrderByDescending(c => c.HeldOn).ThenBy(c => c.Id).Take(Most)
            .Select(c => new { Course = c, Attended = attended.Count(a => a.CourseId == c.Id), Passed = attended.Count(a => a.CourseId == c.Id && a.Passed) }).ToListAsync(ct);
        return [.. rows.Select(r => new CourseLine(r.Course.Id, r.Course.DivisionCode, places.PathOf(r.Course.DivisionCode), r.Course.Title, r.Course.HeldOn, r.Course.Hours, r.Course.ValidMonths, r.Attended, r.Passed))];
    }

    /// <summary>Everything that a worker took, the latest first.</summary>
    public async Task<IReadOnlyList<AttendanceLine>> OfWorker(Guid worker, CancellationToken ct) =>
        [.. (await LinesAsync(db.Attendances.Within(access).Where(a => a.WorkerId == worker), ct)).OrderByDescending(a => a.HeldOn)];

    /// <summary>Certificates that have ended or will within two months, of those who work here.</summary>
    public async Task<IReadOnlyList<AttendanceLine>> Expiring(CancellationToken ct)
    {
        var (today, soon) = (site.Date(clock.GetUtcNow()), site.Date(clock.GetUtcNow()).AddDays(SoonDays));
        var here = db.Workers.On(today);
        return await LinesAsync(db.Attendances.Within(access).Where(a => a.ExpiresOn <= soon && here.Any(w => w.Id == a.WorkerId)).OrderBy(a => a.ExpiresOn).Take(Most), ct);
    }

    public async Task<Result<Guid>> Add(AddCourse command, CancellationToken ct)
    {
        if (!places.Has(command.DivisionCode)) return Problem.Invalid("divisionCode", "workforce.division-unknown");
        var course = new Course
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()), DivisionCode = command.DivisionCode!, Title = command.Title!.Trim(), HeldOn = command.HeldOn!.Value, Hours = command.Hours!.Value, ValidMonths = command.ValidMonths,
        };
        db.Add(course);
        return await change.SaveAsync("workforce.add-course", $"course/{course.Id}", course.DivisionCode, new { course.Title }, ct) is { } problem ? problem : course.Id;
    }

    public async Task<Result<Done>> Record(Guid id, RecordAttendance command, CancellationToken ct)
    {
        if (await db.Courses.AsNoTracking().Within(access).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } course) return Problem.NotFound;
        if (await db.Workers.AsNoTracking().Within(access).SingleOrDefaultAsync(w => w.Id == command.WorkerId, ct) is not { } worker) return Problem.Invalid("workerId", "workforce.worker-unknown");
        var attendance = await db.Attendances.SingleOrDefaultAsync(a => a.CourseId == id && a.WorkerId == worker.Id, ct)
            ?? db.Add(new Attendance { Id = Guid.CreateVersion7(clock.GetUtcNow()), CourseId = id, WorkerId = worker.Id, DivisionCode = worker.DivisionCode, Passed = false }).Entity;
        (attendance.Passed, attendance.ExpiresOn) = (command.Passed, command.Passed && course.ValidMonths is { } months ? course.HeldOn.AddMonths(months) : null);
        return await change.SaveAsync("workforce.record-attendance", $"course/{id}", course.DivisionCode, new { worker = worker.Id, command.Passed }, ct) is { } problem ? problem : new Done();
    }

    /// <summary>With the names of courses and workers, the certificates that end first before the others.</summary>
    private Task<List<AttendanceLine>> LinesAsync(IQueryable<Attendance> attendances, CancellationToken ct) =>
        (from attendance in attendances
         join course in db.Courses on attendance.CourseId equals course.Id
         join worker in db.Workers on attendance.WorkerId equals worker.Id
         orderby attendance.ExpiresOn, attendance.Id
         select new AttendanceLine(course.Id, course.Title, course.HeldOn, course.Hours, worker.Id, worker.Name, attendance.Passed, attendance.ExpiresOn)).ToListAsync(ct);
}
