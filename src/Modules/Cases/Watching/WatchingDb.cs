using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.Watching;

/// <summary>The tables of who watches and who was mentioned.</summary>
internal static class WatchingDb
{
    extension(AppDb db)
    {
        public DbSet<Watch> Watches => db.Set<Watch>();
        public DbSet<Mention> Mentions => db.Set<Mention>();
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Watch>(e =>
        {
            e.ToTable("cases_watch");
            e.HasKey(x => new { x.AccountId, x.CaseId });
        });
        model.Entity<Mention>(e =>
        {
            e.ToTable("cases_mention");
            e.HasIndex(x => new { x.AccountId, x.At }).HasFilter("seen_at IS NULL");
        });
    }
}
