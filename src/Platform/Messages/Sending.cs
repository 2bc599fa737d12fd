using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Linli.Platform.Messages;

/// <summary>Sends messages with the pending changes.</summary>
public static class Sending
{
    /// <summary>Why a message is withheld.</summary>
    public const string OptedOut = "opted-out";

    /// <summary>Adds a message that is saved, and later sent, only if the pending changes are; in quiet hours it waits for their end.</summary>
    public static void Send(this AppDb db, OutgoingMessage message, DateTimeOffset now) =>
        db.Append(db.GetService<FieldCipher>().Seal(message, now, message.Urgent ? now : db.GetService<SendingHours>().From(now)));

    /// <summary>Notes with the pending changes that a message was not sent, because who it is for wants none.</summary>
    public static void Withhold(this AppDb db, OutgoingMessage message, DateTimeOffset now) => db.Append(db.GetService<FieldCipher>().Seal(message, now, null));
}
