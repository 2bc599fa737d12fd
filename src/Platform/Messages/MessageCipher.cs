using Linli.Platform.Secrets;

namespace Linli.Platform.Messages;

/// <summary>From a message to its row and back.</summary>
internal static class MessageCipher
{
    public const string Phone = "platform.message.phone", Text = "platform.message.text";

    public static QueuedMessage Seal(this FieldCipher cipher, OutgoingMessage message, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Phone = cipher.Protect(message.To, Phone),
        Text = cipher.Protect(message.Text, Text),
        Purpose = message.Purpose,
        Subject = message.Subject,
        CreatedAt = now,
        NextAt = now,
    };

    public static OutgoingMessage Open(this FieldCipher cipher, QueuedMessage row) =>
        new(cipher.Unprotect(row.Phone, Phone), cipher.Unprotect(row.Text, Text), row.Purpose, row.Subject);
}
