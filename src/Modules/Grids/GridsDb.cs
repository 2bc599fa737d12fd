using Linli.Contracts.Grids;
using Linli.Platform.Data;
using Linli.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary>The module's tables.</summary>
internal static class GridsDb
{
    extension(AppDb db)
    {
        internal DbSet<DivisionRow> Divisions => db.Set<DivisionRow>();
        internal DbSet<FormerBoundary> FormerBoundaries => db.Set<FormerBoundary>();
        internal DbSet<RedrawPlan> RedrawPlans => db.Set<RedrawPlan>();
        internal DbSet<UnitRow> Units => db.Set<UnitRow>();
        internal DbSet<LocalDay> LocalDays => db.Set<LocalDay>();
        internal DbSet<PlaceRow> Places => db.Set<PlaceRow>();
        internal DbSet<GroundState> GroundStates => db.Set<GroundState>();

        /// <summary>Says, with the pending changes, that a part of the ground is not what the nodes hold in memory.</summary>
        internal void NoteChange(GroundPart part, DateTimeOffset now)
        {
            var state = db.GroundStates.Local.SingleOrDefault(s => s.Part == part) ?? db.GroundStates.Attach(new() { Part = part }).Entity;
            state.Stamp = Guid.CreateVersion7(now);
            db.Publish(new GridsChanged(part.ToString().ToLowerInvariant()), now);
        }
    }

    internal static void Configure(ModelBuilder model)
    {
        model.Entity<DivisionRow>(e =>
        {
            e.ToTable("grids_division");
            e.HasKey(x => x.Code);
        });
        model.Entity<FormerBoundary>(e =>
        {
            e.ToTable("grids_former_boundary");
            e.HasIndex(x => x.DivisionCode);
        });
        model.Entity<RedrawPlan>(e =>
        {
            e.ToTable("grids_redraw");
            e.HasIndex(x => x.DivisionCode);
            e.HasIndex(x => x.EffectiveOn).HasFilter("state = 'Planned'");
        });
        model.Entity<UnitRow>(e =>
        {
            e.ToTable("grids_unit");
            e.HasIndex(x => x.Code).IsUnique();
            e.HasIndex(x => x.DivisionCode);
        });
        model.Entity<LocalDay>(e =>
        {
            e.ToTable("grids_calendar_day");
            e.HasKey(x => x.Day);
        });
        model.Entity<PlaceRow>(e =>
        {
            e.ToTable("grids_place");
            e.HasIndex(x => new { x.DivisionCode, x.Name }).IsUnique();
        });
        model.Entity<GroundState>(e =>
        {
            e.ToTable("grids_state");
            e.HasKey(x => x.Part);
        });
        TeamsDb.Configure(model);
    }
}
