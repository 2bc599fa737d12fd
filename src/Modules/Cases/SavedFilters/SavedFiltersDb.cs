using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.SavedFilters;

/// <summary>The tables of saved filters.</summary>
internal static class SavedFiltersDb
{
    extension(AppDb db)
    {
        public DbSet<SavedFilter> SavedFilters => db.Set<SavedFilter>();
        public DbSet<FirstFilter> FirstFilters => db.Set<FirstFilter>();
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<SavedFilter>(e =>
        {
            e.ToTable("cases_saved_filter");
            e.Ignore(x => x.Subject);
            e.HasIndex(x => x.OwnerId);
        });
        model.Entity<FirstFilter>(e =>
        {
            e.ToTable("cases_first_filter");
            e.HasKey(x => x.AccountId);
            e.HasIndex(x => x.FilterId);
        });
    }
}
