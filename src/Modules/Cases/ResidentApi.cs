using Linli.Cases.FollowUp;
using Linli.Cases.NotFixed;
using Linli.Cases.RateCase;
using Linli.Cases.ReceiveCase;
using Linli.Cases.ReportPage;
using Linli.Cases.SuggestCategory;
using Linli.Platform.Idempotency;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Linli.Cases;

/// <summary>The API for residents and those who build for them: everybody may, so many times a minute.</summary>
internal static class ResidentApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapApi("/api/v1").WithTags("Residents").AllowAnonymous();
        api.MapGet("cases/suggest", Suggest).RequireRateLimiting(RateLimits.Lookup).WithName("suggestCategory");
        api.MapGet("cases/questions", AskQuestions.AskQuestionsEndpoint.Get).RequireRateLimiting(RateLimits.Lookup).WithName("askQuestions");
        api.MapPost("reports", Report).RequireRateLimiting(RateLimits.PublicWrite).Idempotent().WithName("fileReport");
        api.MapGet("follow-up/{key}", FollowUpEndpoint.Get).RequireRateLimiting(RateLimits.Lookup).WithName("followUp");
        api.MapPost("follow-up/{key}/rating", async Task<Results<NoContent, ProblemResult>> (string key, RateCase.RateCase command, RateCaseHandler handler, CancellationToken ct) =>
            (await handler.HandleAsync(key, command, ct)).ToHttp()).RequireRateLimiting(RateLimits.PublicWrite).Idempotent().WithName("rateCase");
        api.MapPost("follow-up/{key}/not-fixed", async Task<Results<NoContent, ProblemResult>> (string key, NotFixed.NotFixed command, NotFixedHandler handler, CancellationToken ct) =>
            (await handler.HandleAsync(key, command, ct)).ToHttp()).RequireRateLimiting(RateLimits.PublicWrite).Idempotent().WithName("notFixed");
        api.MapPost("follow-up/{key}/telling", async Task<Results<NoContent, ProblemResult>> (string key, ChooseTelling.ChooseTelling command, ChooseTelling.ChooseTellingHandler handler, CancellationToken ct) =>
            (await handler.HandleAsync(key, command, ct)).ToHttp()).RequireRateLimiting(RateLimits.PublicWrite).Idempotent().WithName("chooseTelling");
        api.MapGet("opt-out/{token}", async Task<Results<Ok<OptOut.OptOutState>, ProblemResult>> (string token, OptOut.OptOutHandler handler, CancellationToken ct) =>
            (await handler.ReadAsync(token, ct)).ToHttp()).RequireRateLimiting(RateLimits.Lookup).WithName("viewOptOut");
        api.MapPost("opt-out/{token}", async Task<Results<Ok<OptOut.OptOutState>, ProblemResult>> (string token, OptOut.OptOut command, OptOut.OptOutHandler handler, CancellationToken ct) =>
            (await handler.HandleAsync(token, command, ct)).ToHttp()).RequireRateLimiting(RateLimits.PublicWrite).Idempotent().WithName("optOut");
        endpoints.MapGet("/report/questions", AskQuestions.AskQuestionsEndpoint.GetFields).RequireRateLimiting(RateLimits.Lookup).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet("/r/{key}/files/{id:guid}", FollowUpEndpoint.GetFile).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>Likely categories for words, and whom to call in an emergency.</summary>
    private static Task<CategorySuggestions> Suggest(string? text, SuggestCategoryHandler handler, CancellationToken ct) => handler.HandleAsync(text, ct);

    /// <summary>A report by anybody, in plain words. Nothing else must be given.</summary>
    private static async Task<Results<CreatedResult<ReceivedCase>, ProblemResult>> Report(ReceiveCase.ReceiveCase command, ReceiveCaseHandler handler, CancellationToken ct) =>
        (await handler.HandleAsync(command.FromTheWeb(), ct)).ToCreated(received => $"/api/v1/follow-up{received.FollowUp![2..]}");
}
