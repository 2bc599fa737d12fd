using System.Buffers.Text;
using Linli.Platform.Messages;
using Linli.Platform.Secrets;

namespace Linli.Cases.OptOut;

/// <summary>
/// The link in a message that stops messages to its address. It names the case and the way, signed: only who got the message has it, so nobody who files a
/// report with a stranger's number can shut that number. Short enough for a phone.
/// </summary>
internal sealed class OptOutLinks(FieldCipher cipher)
{
    private const int Named = 17, Signature = 8;

    public string To(Guid caseId, MessageWay way)
    {
        Span<byte> link = stackalloc byte[Named + Signature];
        caseId.TryWriteBytes(link);
        link[Named - 1] = (byte)way;
        Sign(link[..Named]).CopyTo(link[Named..]);
        return "/o/" + Base64Url.EncodeToString(link);
    }

    /// <summary>What a token names; null where it is none of ours.</summary>
    public (Guid CaseId, MessageWay Way)? Read(string token)
    {
        if (!Base64Url.IsValid(token, out var length) || length != Named + Signature) return null;
        var link = Base64Url.DecodeFromChars(token);
        return System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(link.AsSpan(Named), Sign(link.AsSpan(0, Named)))
            ? (new Guid(link.AsSpan(0, Named - 1)), (MessageWay)link[Named - 1]) : null;
    }

    private byte[] Sign(ReadOnlySpan<byte> named) => cipher.Sign([.. "cases.opt-out\0"u8, .. named])[..Signature];
}
