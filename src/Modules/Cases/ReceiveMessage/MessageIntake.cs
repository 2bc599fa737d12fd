using System.Text.Json;
using Linli.Cases.Channels;
using Linli.Cases.DeadLetters;
using Linli.Cases.Mapping;
using Linli.Cases.ReceiveCase;
using Linli.Cases.ReceiveMail;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Linli.Cases.ReceiveMessage;

/// <summary>A message in the words of a channel becomes a case as the channel's profile says, or a dead letter.</summary>
internal sealed class MessageIntake(AppDb db, IAccess access, ReceiveCaseHandler receive, MailFolder mails, FieldCipher cipher, IUnits units, IOptions<CasesOptions> options, TimeProvider clock)
{
    /// <summary>Files a message.</summary>
    /// <param name="channel">Whose it is.</param>
    /// <param name="payload">JSON.</param>
    /// <param name="key">The external key where the message has none; null lets it be filed without.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<ReceivedCase>> TakeAsync(Channel channel, string payload, string? key, CancellationToken ct)
    {
        if (!ReportProfile.Parse(channel.Profile).Succeeded(out var profile, out var unreadable)) return unreadable;
        if (!Read(profile, channel.Code, payload).Succeeded(out var report, out var unmapped)) return unmapped;
        report.ExternalId ??= key;
        if (channel.Kind is ChannelKind.Email) report.Photos = await PhotosAsync(channel, payload, ct);
        return CommandValidation.Check(report) is { } invalid ? invalid : await receive.HandleAsync(report, ct);
    }

    /// <summary>Keeps a message that cannot be filed, with the reason.</summary>
    /// <param name="channel">Whose it is.</param>
    /// <param name="payload">The message.</param>
    /// <param name="problem">What is wrong with it.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="id">Its key, where it may come again: what is kept under it already is not kept twice.</param>
    public async Task<Guid> KeepAsync(Channel channel, string payload, Problem problem, CancellationToken ct, Guid? id = null)
    {
        if (id is { } known && await db.DeadLetters.AnyAsync(l => l.Id == known, ct)) return known;
        var now = clock.GetUtcNow();
        var division = channel.UnitId is { } unit && units.Find(unit) is { } owner ? owner.DivisionCode : options.Value.HomeDivision;
        var letter = DeadLetter.Of(id ?? Guid.CreateVersion7(now), channel.Code, division, cipher.Protect(payload, DeadLetter.PayloadPurpose), problem, now);
        db.Append(letter);
        db.Audit(access, "cases.keep-dead-letter", letter.Subject, now, division, new { letter.Channel, problem.Code });
        await db.SaveChangesAsync(ct);
        return letter.Id;
    }

    /// <summary>What came with a mail, from the file that its message names; whoever mends it may leave the file out.</summary>
    private async Task<IReadOnlyList<IFormFile>> PhotosAsync(Channel channel, string payload, CancellationToken ct)
    {
        using var message = JsonDocument.Parse(payload);
        if (mails.Find(channel, JsonPlaces.Find(message.RootElement, "file")) is not { } file) return [];
        var mail = await Mail.ReadAsync(file, options.Value.MailLongest, ct);
        return mail.Key == JsonPlaces.Find(message.RootElement, "externalId") ? mail.Photos : [];   // a fetcher may give a name again
    }

    private static Result<ReceiveCase.ReceiveCase> Read(ReportProfile profile, string channel, string payload)
    {
        try
        {
            using var message = JsonDocument.Parse(payload);
            return profile.Map(channel, place => JsonPlaces.Find(message.RootElement, place));
        }
        catch (JsonException)
        {
            return CaseErrors.PayloadNotJson;
        }
    }
}
