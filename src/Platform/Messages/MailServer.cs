using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Linli.Platform.Messages;

/// <summary>Hands mails to a server over SMTP. The key of a message is in its Message-ID, by which servers and readers know one they have had.</summary>
internal sealed class MailServer(IOptions<MessageOptions> options)
{
    private const int TimeoutMilliseconds = 10_000, PermanentFrom = 500;

    public async Task SendAsync(Guid id, OutgoingMessage message, CancellationToken ct)
    {
        if (options.Value.Email is not { } server) throw new SendingFailedException("no-carrier", final: true);
        using var mail = Mail(server, id, message);
        using var client = new SmtpClient { Timeout = TimeoutMilliseconds };
        try
        {
            await client.ConnectAsync(server.Host, server.Port, Secured(server.Security), ct);
            if (server is { UserName: { Length: > 0 } user, Password: { } password }) await client.AuthenticateAsync(user, password, ct);
            await client.SendAsync(mail, ct);
        }
        catch (SmtpCommandException error)
        {
            // Only an address that the server says is none is given up at once; a server that refuses everything may be mended.
            throw new SendingFailedException(string.Create(CultureInfo.InvariantCulture, $"smtp-{(int)error.StatusCode}"),
                final: error.ErrorCode is SmtpErrorCode.RecipientNotAccepted && (int)error.StatusCode >= PermanentFrom);
        }
        catch (AuthenticationException)
        {
            throw new SendingFailedException("not-signed-in");
        }
        catch (SslHandshakeException)
        {
            throw new SendingFailedException("not-secure");
        }
        catch (Exception error) when (error is SocketException or IOException or ProtocolException or NotSupportedException)
        {
            throw new SendingFailedException("unreachable");
        }
        catch (Exception error) when (error is TimeoutException || (error is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new SendingFailedException("timeout");
        }
        await LeaveAsync(client);
    }

    /// <summary>The mail is taken; what goes wrong with the farewell does not undo that.</summary>
    private static async Task LeaveAsync(SmtpClient client)
    {
        try
        {
            await client.DisconnectAsync(quit: true);
        }
        catch (Exception error) when (error is SocketException or IOException or ProtocolException or TimeoutException)
        {
            // It hung up first.
        }
    }

    private static MimeMessage Mail(MailOptions server, Guid id, OutgoingMessage message)
    {
        var from = new MailboxAddress(server.FromName, server.From);
        var mail = new MimeMessage { Subject = message.Title ?? "", Body = new TextPart("plain") { Text = message.Text }, MessageId = $"{id:N}@{from.Domain}" };
        mail.From.Add(from);
        mail.To.Add(new MailboxAddress("", message.To));
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");   // RFC 3834: nobody's absence answers it
        return mail;
    }

    private static SecureSocketOptions Secured(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };
}
