using Linli.Platform.Idempotency;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Linli.Cases.SeeLearning;

/// <summary>Learning over HTTP.</summary>
internal static class LearningApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.RequireAuthorization(CasesPolicies.ManageLearning);
        api.MapGet("", See).WithName("seeLearning");
        api.MapPost("run", Learn).WithName("learnNow");
        api.MapPost("{task}/live", Put).Idempotent().WithName("putModelBack");
    }

    /// <summary>The versions of each model, how often their decisions stood, and where people override them.</summary>
    private static async Task<Ok<LearningSheet>> See(SeeLearningHandler handler, CancellationToken ct) => TypedResults.Ok(await handler.HandleAsync(ct));

    /// <summary>Begins to learn a new version of each model; it speaks only if it is better on the last four weeks.</summary>
    private static async Task<Accepted> Learn(LearnNowHandler handler, CancellationToken ct)
    {
        await handler.HandleAsync(ct);
        return TypedResults.Accepted("/api/v1/learning");
    }

    /// <summary>Lets another version speak.</summary>
    private static async Task<Results<NoContent, ProblemResult>> Put(string task, PutBack command, PutBackHandler handler, CancellationToken ct) => (await handler.HandleAsync(task, command, ct)).ToHttp();
}
