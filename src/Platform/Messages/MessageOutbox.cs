using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Linli.Platform.Messages;

/// <summary>What was sent, readable. For the on-screen outbox of a demonstration and for tests; nothing else shows messages in full.</summary>
public sealed class MessageOutbox(AppDb db, FieldCipher cipher)
{
    /// <summary>The latest messages, newest first.</summary>
    public async Task<IReadOnlyList<SentMessage>> LatestAsync(int most, CancellationToken ct)
    {
        var rows = await db.Messages.AsNoTracking().Where(m => m.Address != null).OrderByDescending(m => m.Id).Take(most).ToListAsync(ct);
        return rows.ConvertAll(row => new SentMessage(cipher.Open(row), row.CreatedAt, row.DeliveredAt));
    }
}

/// <summary>A message that was sent or waits to be.</summary>
/// <param name="Message">The message.</param>
/// <param name="CreatedAt">When it was queued.</param>
/// <param name="DeliveredAt">When the carrier took it; null as long as it has not.</param>
public sealed record SentMessage(OutgoingMessage Message, DateTimeOffset CreatedAt, DateTimeOffset? DeliveredAt);
