using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.AnswerCall;

/// <summary>The table of calls.</summary>
internal static class CallsDb
{
    extension(AppDb db)
    {
        public DbSet<Call> Calls => db.Set<Call>();
    }

    public static void Configure(ModelBuilder model) => model.Entity<Call>(e =>
    {
        e.ToTable("cases_call");
        e.Ignore(x => x.Subject);
        e.Property(x => x.Phone).Encrypted(Call.PhonePurpose);
        e.HasIndex(x => x.StartedAt);
        e.HasIndex(x => new { x.ClerkId, x.StartedAt });
        e.HasIndex(x => x.PhoneFingerprint).HasFilter("phone_fingerprint IS NOT NULL");
    });
}
