using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Platform.Messages;

/// <summary>The table of messages.</summary>
internal static class MessagesDb
{
    public static void Configure(ModelBuilder model) => model.Entity<QueuedMessage>(e =>
    {
        e.ToTable("platform_message");
        e.HasIndex(x => x.NextAt).HasFilter("next_at IS NOT NULL");
        e.HasIndex(x => x.Subject);
    });

    extension(AppDb db)
    {
        internal DbSet<QueuedMessage> Messages => db.Set<QueuedMessage>();
    }
}
