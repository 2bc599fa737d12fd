using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Linli.Platform.Files;
using Linli.Platform.Problems;
using Linli.Platform.Texts;
using Microsoft.AspNetCore.Http;
using MimeKit;
using MimeKit.Text;

namespace Linli.Cases.ReceiveMail;

/// <summary>A message (RFC 5322 with MIME) as a report: words in the fields of our own API, so that a profile, a mender and a replay read it like any other.</summary>
/// <param name="Key">The message's own key, or one made of its content: the same message is one case however often it is dropped.</param>
/// <param name="Payload">JSON: text, title, name, externalId; and file, sentAt, attachments for whoever mends it.</param>
/// <param name="Photos">What came with it and a case can keep.</param>
/// <param name="Refusal">Why a program does not file it; a person still may.</param>
internal sealed record Mail(string Key, string Payload, IReadOnlyList<IFormFile> Photos, Problem? Refusal)
{
    private const int LongestKey = 200, LongestTitle = 100, LongestText = 5000, LongestName = 120;
    private static readonly string[] Kinds = ["image/jpeg", "image/png", "image/webp", "image/heic", "application/pdf"];
    private static readonly string[] Machines = ["bulk", "junk", "list", "auto_reply"];
    private static readonly ParserOptions Chinese = new() { CharsetEncoding = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")! };

    /// <summary>Reads a message. What cannot be read is kept as far as it can be shown.</summary>
    public static async Task<Mail> ReadAsync(string file, long longest, CancellationToken ct)
    {
        var name = Path.GetFileName(file);
        if (new FileInfo(file).Length > longest) return Unread(name, await KeyOfAsync(file, ct), new("cases.mail-too-large", 413));
        try
        {
            var message = await MimeMessage.LoadAsync(Chinese, file, ct);
            if (message.Headers.Count == 0) return Unread(name, await KeyOfAsync(file, ct), Unreadable);
            var key = message.MessageId is { Length: > 0 and <= LongestKey } id ? id : await KeyOfAsync(file, ct);
            return Of(message, key, name);
        }
        catch (Exception error) when (error is FormatException or ArgumentException or NotSupportedException or DecoderFallbackException)
        {
            return Unread(name, await KeyOfAsync(file, ct), Unreadable);
        }
    }

    private static Problem Unreadable => new("cases.mail-unreadable", 400);

    private static Mail Of(MimeMessage message, string key, string file)
    {
        var parts = message.BodyParts.OfType<MimePart>().Where(p => p is not TextPart || p.IsAttachment).ToList();
        var (title, body) = (Clean(message.Subject, LongestTitle), Clean(Words(message), LongestText));
        var payload = JsonSerializer.Serialize(new
        {
            text = body.Length > 0 ? body : title, title, name = Sender(message), externalId = key, file, sentAt = message.Date,
            attachments = parts.Select(p => p.FileName ?? p.ContentType.MimeType),
        }, Json.Readable);
        return new(key, payload, [.. parts.Where(p => Kinds.Contains(p.ContentType.MimeType)).Take(SentFiles.Most).Select(Attached)], Objection(message));
    }

    /// <summary>Machines that answer, messages that came back, and answers to an earlier message are no new reports.</summary>
    private static Problem? Objection(MimeMessage message)
    {
        var from = message.From.Mailboxes.FirstOrDefault()?.Address ?? "";
        if (message.Body is MultipartReport || message.Headers[HeaderId.ReturnPath]?.Trim() == "<>" || from.StartsWith("mailer-daemon@", StringComparison.OrdinalIgnoreCase) || from.StartsWith("postmaster@", StringComparison.OrdinalIgnoreCase))
            return new("cases.mail-bounced", 422);
        if (message.Headers[HeaderId.AutoSubmitted] is { } automatic && !automatic.Trim().StartsWith("no", StringComparison.OrdinalIgnoreCase)
            || message.Headers[HeaderId.Precedence] is { } precedence && Machines.Contains(precedence.Trim().ToLowerInvariant())
            || message.Headers["X-Autoreply"] is not null || message.Headers["X-Autorespond"] is not null)
            return new("cases.mail-automatic", 422);
        return message.InReplyTo is { Length: > 0 } || message.References.Count > 0 ? new("cases.mail-reply", 422) : null;
    }

    private static string? Sender(MimeMessage message)
    {
        if ((message.ReplyTo.Mailboxes.FirstOrDefault() ?? message.From.Mailboxes.FirstOrDefault()) is not { } sender) return null;
        var whole = string.IsNullOrWhiteSpace(sender.Name) ? sender.Address : $"{Clean(sender.Name, LongestName)} {sender.Address}";
        return whole.Length <= LongestName ? whole : Clean(sender.Address, LongestName);
    }

    private static string Words(MimeMessage message)
    {
        var texts = message.BodyParts.OfType<TextPart>().Where(p => !p.IsAttachment).ToList();
        if (texts.Find(p => p.IsPlain) is { } plain && Decode(plain) is { } said && !string.IsNullOrWhiteSpace(said)) return said;
        return texts.Find(p => p.IsHtml) is { } html ? Plain(Decode(html)) : "";
    }

    /// <summary>Chinese programs name GB 2312 for what is GB 18030, or name nothing.</summary>
    private static string Decode(TextPart part)
    {
        var named = part.ContentType.Charset?.ToLowerInvariant();
        if (named is not (null or "" or "us-ascii" or "utf-8") && !named.StartsWith("gb", StringComparison.Ordinal)) return part.Text;
        using var bytes = new MemoryStream();
        part.Content?.DecodeTo(bytes);
        return ChineseText.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>The words of a page, without what is not read: scripts, styles, the head.</summary>
    private static string Plain(string html)
    {
        var (words, hidden) = (new StringBuilder(), 0);
        var tokens = new HtmlTokenizer(new StringReader(html)) { DecodeCharacterReferences = true };
        while (tokens.ReadNextToken(out var token))
        {
            if (token is HtmlTagToken { Id: HtmlTagId.Head or HtmlTagId.Style or HtmlTagId.Script or HtmlTagId.Title } unread) hidden = Math.Max(0, hidden + (unread.IsEndTag ? -1 : unread.IsEmptyElement ? 0 : 1));
            else if (token is HtmlTagToken { Id: HtmlTagId.Br or HtmlTagId.P or HtmlTagId.Div or HtmlTagId.TR or HtmlTagId.LI or HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3 }) words.Append('\n');
            else if (token is HtmlDataToken { Kind: HtmlTokenKind.Data } data && hidden == 0) words.Append(data.Data.ReplaceLineEndings(" "));
        }
        return string.Join('\n', words.ToString().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
    }

    private static FormFile Attached(MimePart part)
    {
        var content = new MemoryStream();
        part.Content?.DecodeTo(content);
        return new(content, 0, content.Length, "photos", part.FileName ?? "attachment") { Headers = new HeaderDictionary(), ContentType = part.ContentType.MimeType };
    }

    private static Mail Unread(string file, string key, Problem refusal) =>
        new(key, JsonSerializer.Serialize(new { text = "", externalId = key, file }, Json.Readable), [], refusal);

    private static async Task<string> KeyOfAsync(string file, CancellationToken ct)
    {
        await using var content = File.OpenRead(file);
        return "sha256:" + Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
    }

    /// <summary>Without what no database and no page takes, and no longer than a report may be.</summary>
    private static string Clean(string? words, int longest)
    {
        var clean = string.Concat((words ?? "").ReplaceLineEndings("\n").Where(letter => letter == '\n' || !char.IsControl(letter))).Trim();
        return clean.Length <= longest ? clean : clean[..(longest - (char.IsHighSurrogate(clean[longest - 2]) ? 2 : 1))] + "…";
    }
}
