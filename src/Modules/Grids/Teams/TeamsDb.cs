using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary>The tables of zones, teams and absences, and what of them counts on a day.</summary>
internal static class TeamsDb
{
    extension(AppDb db)
    {
        internal DbSet<Zone> Zones => db.Set<Zone>();
        internal DbSet<ZoneGrid> ZoneGrids => db.Set<ZoneGrid>();
        internal DbSet<TeamMember> TeamMembers => db.Set<TeamMember>();
        internal DbSet<Absence> Absences => db.Set<Absence>();

        /// <summary>Zones that have a grid within the caller's scope: a worker sees the zone that their grid is in.</summary>
        internal IQueryable<Zone> ZonesSeen(IAccess access, string? part = null)
        {
            var grids = db.ZoneGrids.Where(g => g.Until == null).Within(access, part);
            return db.Zones.Where(z => z.EndedOn == null && grids.Any(g => g.ZoneId == z.Id));
        }

        /// <summary>Codes of the grids whose worker an account is on a day.</summary>
        internal IQueryable<string> ServedBy(Guid? account, DateOnly day) =>
            db.TeamMembers.On(day).Where(m => m.AccountId == account && m.AccountId != null && m.Role == TeamRole.Worker).Select(m => m.DivisionCode);

        /// <summary>Who of these accounts is away on a day, each with the last day of it.</summary>
        internal Task<Dictionary<Guid, DateOnly>> AwayAsync(IEnumerable<Guid> accounts, DateOnly day, CancellationToken ct)
        {
            var ids = accounts.Distinct().ToList();
            return db.Absences.Where(a => ids.Contains(a.AccountId) && a.EndedAt == null && a.FirstDay <= day && a.LastDay >= day)
                .GroupBy(a => a.AccountId).Select(g => new { g.Key, Last = g.Max(a => a.LastDay) }).ToDictionaryAsync(a => a.Key, a => a.Last, ct);
        }
    }

    /// <summary>Those who are of a team on a day.</summary>
    public static IQueryable<TeamMember> On(this IQueryable<TeamMember> members, DateOnly day) =>
        members.Where(m => m.Since <= day && (m.Until == null || m.Until > day));

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Zone>(e =>
        {
            e.ToTable("grids_zone");
            e.HasIndex(x => x.DivisionCode);
        });
        model.Entity<ZoneGrid>(e =>
        {
            e.ToTable("grids_zone_grid");
            e.HasIndex(x => x.ZoneId);
            e.HasIndex(x => x.DivisionCode).IsUnique().HasFilter("until IS NULL");
        });
        model.Entity<TeamMember>(e =>
        {
            e.ToTable("grids_team_member");
            e.Property(x => x.Phone).Encrypted(TeamMember.PhonePurpose);
            e.HasIndex(x => x.DivisionCode);
            e.HasIndex(x => x.AccountId).HasFilter("account_id IS NOT NULL");
        });
        model.Entity<Absence>(e =>
        {
            e.ToTable("grids_absence");
            e.HasIndex(x => new { x.AccountId, x.LastDay });
            e.HasIndex(x => x.DivisionCode);
        });
    }
}
