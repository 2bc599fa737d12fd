using System.Text.Json;
using Linli.Cases.Channels;
using Linli.Cases.DeadLetters;
using Linli.Cases.Mapping;
using Linli.Cases.ReceiveCase;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Web;
using Microsoft.Extensions.Options;

namespace Linli.Cases.ReceiveMessage;

/// <summary>A message in the words of a channel becomes a case as the channel's profile says, or a dead letter.</summary>
internal sealed class MessageIntake(AppDb db, IAccess access, ReceiveCaseHandler receive, FieldCipher cipher, IUnits units, IOptions<CasesOptions> options, TimeProvider clock)
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
        return CommandValidation.Check(report) is { } invalid ? invalid : await receive.HandleAsync(report, ct);
    }

    /// <summary>Keeps a message that cannot be filed, with the reason.</summary>
    public async Task<Guid> KeepAsync(Channel channel, string payload, Problem problem, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var division = channel.UnitId is { } unit && units.Find(unit) is { } owner ? owner.DivisionCode : options.Value.HomeDivision;
        var letter = DeadLetter.Of(Guid.CreateVersion7(now), channel.Code, division, cipher.Protect(payload, DeadLetter.PayloadPurpose), problem, now);
        db.Append(letter);
        db.Audit(access, "cases.keep-dead-letter", letter.Subject, now, division, new { letter.Channel, problem.Code });
        await db.SaveChangesAsync(ct);
        return letter.Id;
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
