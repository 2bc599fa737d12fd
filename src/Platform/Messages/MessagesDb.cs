using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Linli.Platform.Messages;

/// <summary>The tables of messages.</summary>
internal static class MessagesDb
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<QueuedMessage>(e =>
        {
            e.ToTable("platform_message");
            e.HasIndex(x => x.NextAt).HasFilter("next_at IS NOT NULL");
            e.HasIndex(x => x.Subject);
            e.HasIndex(x => new { x.State, x.Id });
            e.HasIndex(x => x.CreatedAt);
            e.Property(x => x.Address).Encrypted(MessageCipher.Address);
            e.Property(x => x.Text).Encrypted(MessageCipher.Text);
        });
        model.Entity<DeliveryAttempt>(e =>
        {
            e.ToTable("platform_delivery_attempt");
            e.HasIndex(x => x.MessageId);
            e.HasIndex(x => x.At);
        });
    }

    extension(AppDb db)
    {
        internal DbSet<QueuedMessage> Messages => db.Set<QueuedMessage>();
        internal DbSet<DeliveryAttempt> DeliveryAttempts => db.Set<DeliveryAttempt>();
    }
}
