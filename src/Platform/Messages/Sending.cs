using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Linli.Platform.Messages;

/// <summary>Sends messages with the pending changes.</summary>
public static class Sending
{
    /// <summary>Adds a message that is saved, and later sent, only if the pending changes are.</summary>
    public static void Send(this AppDb db, OutgoingMessage message, DateTimeOffset now) =>
        db.Append(db.GetService<FieldCipher>().Seal(message, now));
}
