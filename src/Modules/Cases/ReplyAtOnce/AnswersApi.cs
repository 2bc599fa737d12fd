using Linli.Cases.FindTopics;
using Linli.Platform.Idempotency;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Linli.Cases.ReplyAtOnce;

/// <summary>Hot topics and ready answers over HTTP.</summary>
internal static class AnswersApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("topics", async (ReadTopicsHandler handler, CancellationToken ct) => TypedResults.Ok(await handler.ListAsync(ct))).RequireAuthorization(CasesPolicies.See).WithName("listTopics");
        api.MapGet("answers", async (ReviewAnswerHandler handler, CancellationToken ct) => TypedResults.Ok(await handler.ListAsync(ct))).RequireAuthorization(CasesPolicies.Reply).WithName("listAnswers");
        api.MapPost("answers", Write).RequireAuthorization(CasesPolicies.Reply).Idempotent().WithName("writeAnswer");
        api.MapPost("answers/{id:guid}", Review).RequireAuthorization(CasesPolicies.Reply).Idempotent().WithName("reviewAnswer");
    }

    /// <summary>Writes an answer that waits for its review; gives its key.</summary>
    private static async Task<Results<Ok<Guid>, ProblemResult>> Write(WriteAnswer command, WriteAnswerHandler handler, CancellationToken ct) =>
        (await handler.HandleAsync(command, ct)).ToHttp();

    /// <summary>Puts an answer in force, by somebody other than its writer, or ends it.</summary>
    private static async Task<Results<NoContent, ProblemResult>> Review(Guid id, ReviewAnswer command, ReviewAnswerHandler handler, CancellationToken ct) =>
        (await handler.HandleAsync(id, command, ct)).ToHttp();
}
