using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Linli.Workforce;

/// <summary>The module's tables, and what of them counts.</summary>
internal static class WorkforceDb
{
    extension(AppDb db)
    {
        internal DbSet<Post> Posts => db.Set<Post>();
        internal DbSet<Worker> Workers => db.Set<Worker>();
        internal DbSet<Roster> Rosters => db.Set<Roster>();
        internal DbSet<Shift> Shifts => db.Set<Shift>();
        internal DbSet<Leave> Leaves => db.Set<Leave>();
        internal DbSet<Course> Courses => db.Set<Course>();
        internal DbSet<Attendance> Attendances => db.Set<Attendance>();
        internal DbSet<CareItem> CareItems => db.Set<CareItem>();
        internal DbSet<CounselNote> CounselNotes => db.Set<CounselNote>();
        internal DbSet<Appraisal> Appraisals => db.Set<Appraisal>();
        internal DbSet<Review> Reviews => db.Set<Review>();
        internal DbSet<Objection> Objections => db.Set<Objection>();
        internal DbSet<Candidate> Candidates => db.Set<Candidate>();

        /// <summary>Shifts of published rosters.</summary>
        internal IQueryable<Shift> PublishedShifts()
        {
            var published = db.Rosters.Where(r => r.PublishedAt != null);
            return db.Shifts.AsNoTracking().Where(s => published.Any(r => r.Id == s.RosterId));
        }
    }

    /// <summary>Those who work here on a day.</summary>
    public static IQueryable<Worker> On(this IQueryable<Worker> workers, DateOnly day) => workers.Where(w => w.Since <= day && (w.Until == null || w.Until > day));

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Post>(e =>
        {
            e.ToTable("workforce_post");
            e.HasIndex(x => x.DivisionCode);
        });
        model.Entity<Worker>(e =>
        {
            e.ToTable("workforce_worker");
            e.Property(x => x.Phone).Encrypted(Worker.PhonePurpose);
            e.HasIndex(x => x.DivisionCode);
            e.HasIndex(x => x.AccountId).HasFilter("account_id IS NOT NULL");
        });
        model.Entity<Roster>(e =>
        {
            e.ToTable("workforce_roster");
            e.HasIndex(x => new { x.DivisionCode, x.Monday }).IsUnique();
        });
        model.Entity<Shift>(e =>
        {
            e.ToTable("workforce_shift");
            e.HasIndex(x => x.RosterId);
            e.HasIndex(x => new { x.WorkerId, x.Day }).IsUnique();
            e.HasIndex(x => new { x.Day, x.DivisionCode });
        });
        model.Entity<Leave>(e =>
        {
            e.ToTable("workforce_leave");
            e.Property(x => x.Reason).Encrypted(Leave.ReasonPurpose);
            e.HasIndex(x => x.DivisionCode);
            e.HasIndex(x => x.WorkerId);
        });
        model.Entity<Course>(e =>
        {
            e.ToTable("workforce_course");
            e.HasIndex(x => x.DivisionCode);
        });
        model.Entity<Attendance>(e =>
        {
            e.ToTable("workforce_attendance");
            e.HasIndex(x => new { x.CourseId, x.WorkerId }).IsUnique();
            e.HasIndex(x => x.WorkerId);
            e.HasIndex(x => x.DivisionCode);
        });
        model.Entity<CareItem>(e =>
        {
            e.ToTable("workforce_care_item");
            e.HasIndex(x => x.DivisionCode);
            e.HasIndex(x => x.WorkerId);
        });
        model.Entity<CounselNote>(e =>
        {
            e.ToTable("workforce_counsel_note");
            e.Property(x => x.Words).Encrypted(CounselNote.WordsPurpose);
            e.HasIndex(x => x.PersonId);
            e.HasIndex(x => x.CounsellorId);
        });
        ConfigureAppraisals(model);
    }

    private static void ConfigureAppraisals(ModelBuilder model)
    {
        model.Entity<Appraisal>(e =>
        {
            e.ToTable("workforce_appraisal");
            e.HasIndex(x => new { x.DivisionCode, x.Year }).IsUnique();
        });
        model.Entity<Review>(e =>
        {
            e.ToTable("workforce_review");
            e.Property(x => x.Summary).Encrypted(Review.SummaryPurpose);
            e.Property(x => x.Remark).Encrypted(Review.RemarkPurpose);
            e.HasIndex(x => new { x.WorkerId, x.Year }).IsUnique();
            e.HasIndex(x => x.AppraisalId);
        });
        model.Entity<Objection>(e =>
        {
            e.ToTable("workforce_objection");
            e.Property(x => x.Words).Encrypted(Objection.WordsPurpose);
            e.Property(x => x.Answer).Encrypted(Objection.AnswerPurpose);
            e.HasIndex(x => x.ReviewId).IsUnique();
            e.HasIndex(x => x.DivisionCode);
        });
        model.Entity<Candidate>(e =>
        {
            e.ToTable("workforce_candidate");
            e.Property(x => x.Reason).Encrypted(Candidate.ReasonPurpose);
            e.Property(x => x.EndReason).Encrypted(Candidate.EndPurpose);
            e.HasIndex(x => new { x.WorkerId, x.PostId }).IsUnique().HasFilter("ended_on IS NULL");
            e.HasIndex(x => x.DivisionCode);
            e.HasIndex(x => x.PostId);
        });
    }
}
