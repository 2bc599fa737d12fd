using System.Text.Json;
using Linli.Contracts;
using Linli.Platform.Data;
using Linli.Platform.Texts;

namespace Linli.Platform.Events;

/// <summary>Publishes events with the pending changes.</summary>
public static class Publishing
{
    /// <summary>Adds an event that is saved, and later delivered, only if the pending changes are.</summary>
    public static void Publish<T>(this AppDb db, T happened, DateTimeOffset at) where T : IEvent
    {
        db.Append(new OutboxMessage
        {
            Id = Guid.CreateVersion7(at),
            Name = T.Name,
            Payload = JsonSerializer.Serialize(happened, Json.Readable),
            OccurredAt = at,
            NextAt = at,
        });
        db.AfterCommit(db.Outbox.Publish);
    }
}
