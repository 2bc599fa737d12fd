using System.Security.Cryptography;
using System.Text;
using Linli.Cases.Channels;
using Linli.Cases.ReceiveMessage;
using Linli.Platform.Access;
using Linli.Platform.Jobs;
using Linli.Platform.Problems;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Linli.Cases.ReceiveMail;

/// <summary>Files the messages that a mail fetcher has dropped, each in a scope of its own: what is wrong with one keeps no other waiting.</summary>
internal sealed partial class ReceiveMail(MailFolder folder, ChannelCache channels, IServiceScopeFactory scopes, IOptions<CasesOptions> options, ILogger<ReceiveMail> log) : IJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        if (string.IsNullOrEmpty(options.Value.MailFolder)) return;
        foreach (var channel in (await channels.GetAsync(ct)).All.Where(c => c.Kind is ChannelKind.Email))
        {
            foreach (var file in channel.Active ? folder.Waiting(channel) : [])
            {
                try
                {
                    folder.Settle(file, filed: await TakeAsync(channel, file, ct));
                }
                catch (Exception error) when (!ct.IsCancellationRequested)
                {
                    LogLeft(error, channel.Code, Path.GetFileName(file));   // stays where it is and comes round again
                }
            }
            folder.Forget(channel);
        }
    }

    /// <summary>Makes a case of a message, or a dead letter under a key that is the same if this is cut off and comes again.</summary>
    private async Task<bool> TakeAsync(Channel channel, string file, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.ActAs(new BorrowedAccess(new Actor(ActorKind.ApiKey, null, channel.Code), ""));
        var intake = scope.ServiceProvider.GetRequiredService<MessageIntake>();
        var mail = await Mail.ReadAsync(file, options.Value.MailLongest, ct);
        var problem = mail.Refusal;
        if (problem is null && (await intake.TakeAsync(channel, mail.Payload, mail.Key, ct)).Succeeded(out _, out problem)) return true;
        await intake.KeepAsync(channel, mail.Payload, problem!, ct, LetterOf(channel, mail.Key));
        return false;
    }

    private static Guid LetterOf(Channel channel, string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"mail\0{channel.Code}\0{key}")).AsSpan(0, 16));

    [LoggerMessage(Level = LogLevel.Error, Message = "The message {File} of channel {Channel} is left where it is and tried again")]
    private partial void LogLeft(Exception error, string channel, string file);
}
