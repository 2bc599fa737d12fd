using Linli.Cases.ReceiveCase;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Linli.Cases.MendLetters;

/// <summary>Dead letters over HTTP.</summary>
internal static class LettersApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.RequireAuthorization(CasesPolicies.MendLetters);
        api.MapGet("", List).WithName("listDeadLetters");
        api.MapGet("{id:guid}", Open).WithName("openDeadLetter");
        api.MapPost("{id:guid}/replay", Replay).WithName("replayDeadLetter");
        api.MapPost("{id:guid}/discard", Discard).WithName("discardDeadLetter");
    }

    /// <summary>Messages that could not become cases, without their content.</summary>
    private static async Task<Ok<LetterList>> List([AsParameters] LetterFilter filter, ListLettersHandler handler, CancellationToken ct, int page = 1) =>
        TypedResults.Ok(await handler.HandleAsync(filter, page, ct));

    /// <summary>A message with its content; that it was opened is kept.</summary>
    private static async Task<Results<Ok<OpenedLetter>, ProblemResult>> Open(Guid id, OpenLetterHandler handler, CancellationToken ct) => (await handler.HandleAsync(id, ct)).ToHttp();

    /// <summary>Tries again, with a mended message or the one that came. Safe to repeat: it makes one case.</summary>
    private static async Task<Results<Ok<ReceivedCase>, ProblemResult>> Replay(Guid id, ReplayLetter command, ReplayLetterHandler handler, CancellationToken ct) =>
        (await handler.HandleAsync(id, command, ct)).ToHttp();

    /// <summary>Takes a message away that is no report.</summary>
    private static async Task<Results<NoContent, ProblemResult>> Discard(Guid id, DiscardLetter command, DiscardLetterHandler handler, CancellationToken ct) =>
        (await handler.HandleAsync(id, command, ct)).ToHttp();
}
