using Linli.Platform.Secrets;

namespace Linli.Platform.Messages;

/// <summary>From a message to its row and back.</summary>
internal static class MessageCipher
{
    public const string Address = "platform.message.phone", Text = "platform.message.text";   // bound to the values, so they stay as they were

    /// <summary>A row that is due at a moment, or withheld.</summary>
    public static QueuedMessage Seal(this FieldCipher cipher, OutgoingMessage message, DateTimeOffset now, DateTimeOffset? due) => new()
    {
        Id = Guid.CreateVersion7(now),
        Way = message.Way,
        Address = due is null ? null : cipher.Protect(message.To, Address),
        Text = due is null ? null : cipher.Protect(message.Text, Text),
        MaskedAddress = message.Way is MessageWay.Email ? Masking.Email(message.To) : Masking.Phone(message.To),
        Title = message.Title,
        Purpose = message.Purpose,
        Subject = message.Subject,
        DivisionCode = message.DivisionCode,
        Urgent = message.Urgent,
        Receipt = message.Receipt,
        CreatedAt = now,
        State = due is null ? DeliveryState.Withheld : DeliveryState.Waiting,
        NextAt = due,
        Error = due is null ? Sending.OptedOut : null,
    };

    public static OutgoingMessage Open(this FieldCipher cipher, QueuedMessage row) =>
        new(cipher.Unprotect(row.Address!, Address), cipher.Unprotect(row.Text!, Text), row.Purpose, row.Subject) { Way = row.Way, Title = row.Title, Urgent = row.Urgent, DivisionCode = row.DivisionCode, Receipt = row.Receipt };
}
