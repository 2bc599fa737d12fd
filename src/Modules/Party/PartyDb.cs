using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Linli.Party;

/// <summary>The module's tables, and what of them counts.</summary>
internal static class PartyDb
{
    extension(AppDb db)
    {
        internal DbSet<Organisation> Organisations => db.Set<Organisation>();
        internal DbSet<Member> Members => db.Set<Member>();
        internal DbSet<Adoption> Adoptions => db.Set<Adoption>();
        internal DbSet<Entry> Entries => db.Set<Entry>();
        internal DbSet<Project> Projects => db.Set<Project>();
        internal DbSet<Partner> Partners => db.Set<Partner>();
        internal DbSet<ProjectEvent> ProjectEvents => db.Set<ProjectEvent>();
    }

    /// <summary>Those that have not ended. An end lies never in the future.</summary>
    public static IQueryable<Organisation> Present(this IQueryable<Organisation> rows) => rows.Where(o => o.Until == null);

    /// <inheritdoc cref="Present(IQueryable{Organisation})"/>
    public static IQueryable<Member> Present(this IQueryable<Member> rows) => rows.Where(m => m.Until == null);

    /// <inheritdoc cref="Present(IQueryable{Organisation})"/>
    public static IQueryable<Adoption> Present(this IQueryable<Adoption> rows) => rows.Where(a => a.Until == null);

    /// <inheritdoc cref="Present(IQueryable{Organisation})"/>
    public static IQueryable<Entry> Present(this IQueryable<Entry> rows) => rows.Where(e => e.Until == null);

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Organisation>(e =>
        {
            e.ToTable("party_organisation");
            e.Property(x => x.Kind).HasConversion(new EnumToNumberConverter<OrganisationKind, int>());
            e.Property(x => x.Phone).Encrypted(Organisation.PhonePurpose);
            e.HasIndex(x => x.DivisionCode);
            e.HasIndex(x => x.AboveId);
        });
        model.Entity<Member>(e =>
        {
            e.ToTable("party_member");
            e.Property(x => x.Phone).Encrypted(Member.PhonePurpose);
            e.HasIndex(x => x.DivisionCode);
            e.HasIndex(x => x.OrganisationId);
            e.HasIndex(x => x.AccountId).IsUnique().HasFilter("account_id IS NOT NULL AND until IS NULL");
        });
        model.Entity<Adoption>(e =>
        {
            e.ToTable("party_adoption");
            e.HasIndex(x => x.DivisionCode);
            e.HasIndex(x => x.BuildingId);
            e.HasIndex(x => new { x.MemberId, x.BuildingId }).IsUnique().HasFilter("until IS NULL");
        });
        model.Entity<Entry>(e =>
        {
            e.ToTable("party_entry");
            e.HasIndex(x => x.DivisionCode);
        });
        model.Entity<Project>(e =>
        {
            e.ToTable("party_project");
            e.HasIndex(x => x.DivisionCode);
            e.HasIndex(x => x.NeedId);
        });
        model.Entity<Partner>(e =>
        {
            e.ToTable("party_partner");
            e.HasIndex(x => new { x.ProjectId, x.Name }).IsUnique();
        });
        model.Entity<ProjectEvent>(e =>
        {
            e.ToTable("party_project_event");
            e.HasIndex(x => x.ProjectId);
        });
    }
}
