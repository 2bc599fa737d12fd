using Linli.Cases.Channels;
using Linli.Cases.ReceiveCase;
using Linli.Platform.Access;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Cases.ReceiveMessage;

internal static class WebhookEndpoint
{
    /// <summary>The longest message: as long as one that is mended may be.</summary>
    public const int MaxBytes = 1 << 20;

    private const string Bearer = "Bearer ";

    /// <summary>
    /// Takes a message of a channel in the channel's own words, any JSON, with the channel's key as <c>Authorization: Bearer llc_…</c>. Its mapping
    /// profile makes a report of it. What cannot be mapped is kept (202) until somebody mends it.
    /// </summary>
    public static async Task<Results<CreatedResult<ReceivedCase>, Ok<ReceivedCase>, Accepted<KeptLetter>, ProblemResult>> Post(
        string code, HttpRequest request, ChannelCache channels, MessageIntake intake, CancellationToken ct)
    {
        if (Authenticated((await channels.GetAsync(ct)).Find(code), request.Headers.Authorization.ToString()) is not { } channel) return new ProblemResult(CaseErrors.BadChannelKey);
        if (!channel.Active) return new ProblemResult(CaseErrors.ChannelInactive);
        // Wherever its reports lie, and whoever mended them: under its own keys a channel may always learn what became of them.
        request.HttpContext.RequestServices.ActAs(new BorrowedAccess(new Actor(ActorKind.ApiKey, null, channel.Code), ""));
        var payload = await ReadAsync(request.Body, ct);
        if (!(await intake.TakeAsync(channel, payload, null, ct)).Succeeded(out var received, out var problem))
            return TypedResults.Accepted((string?)null, new KeptLetter(await intake.KeepAsync(channel, payload, problem, ct), problem.Code));
        return received.FollowUp is null ? TypedResults.Ok(received) : new CreatedResult<ReceivedCase>(received, $"/api/v1/cases/{received.Id}");
    }

    /// <summary>A wrong key and a channel that there is not look the same.</summary>
    private static Channel? Authenticated(Channel? channel, string shown) =>
        shown.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && channel?.KeyHash is { } hash && Tokens.Matches(shown[Bearer.Length..].Trim(), hash) ? channel : null;

    private static async Task<string> ReadAsync(Stream body, CancellationToken ct)
    {
        using var content = new MemoryStream();
        await body.CopyToAsync(content, ct);
        return ChineseText.Decode(content.GetBuffer().AsSpan(0, (int)content.Length));
    }
}

/// <summary>A message that is kept until somebody mends it.</summary>
/// <param name="LetterId">Key of the dead letter.</param>
/// <param name="Reason">Code of what is wrong with it.</param>
internal sealed record KeptLetter(Guid LetterId, string Reason);
