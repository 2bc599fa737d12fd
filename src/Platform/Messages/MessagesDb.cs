using Linli.Platform.Data;
using Linli.Platform.Secrets;
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
        e.Property(x => x.Phone).Encrypted(MessageCipher.Phone);
        e.Property(x => x.Text).Encrypted(MessageCipher.Text);
    });

    extension(AppDb db)
    {
        internal DbSet<QueuedMessage> Messages => db.Set<QueuedMessage>();
    }
}
