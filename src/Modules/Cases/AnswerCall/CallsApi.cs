using Linli.Platform.Idempotency;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Linli.Cases.AnswerCall;

/// <summary>The telephone over HTTP: for the page of the clerk, and for telephone systems.</summary>
internal static class CallsApi
{
    public static void Map(IEndpointRouteBuilder endpoints, RouteGroupBuilder api)
    {
        api.RequireAuthorization(CasesPolicies.Hotline);
        api.MapPost("", Record).Idempotent().WithName("recordCall");
        api.MapGet("", List).WithName("listCalls");
        api.MapPost("caller", LookUpCaller).WithName("lookUpCaller");
        api.MapPost("matter", LookUpMatter).WithName("lookUpMatter");
        endpoints.MapPost("/desk/hotline/beside", Beside).RequireAuthorization(CasesPolicies.Hotline).ExcludeFromDescription();
    }

    /// <summary>Keeps a call and what came of it; a case is filed or joined in the same transaction.</summary>
    private static async Task<Results<Ok<RecordedCall>, ProblemResult>> Record(RecordCall command, RecordCallHandler handler, CancellationToken ct) =>
        (await handler.HandleAsync(command, ct)).ToHttp();

    /// <summary>The caller's own calls; those of the division for whoever reads its figures.</summary>
    private static async Task<Ok<CallList>> List(ListCallsHandler handler, CancellationToken ct, int page = 1) => TypedResults.Ok(await handler.HandleAsync(page, ct));

    /// <summary>What somebody reported before, by their number. That it was asked is kept in the audit log.</summary>
    private static async Task<Results<Ok<Caller>, NoContent>> LookUpCaller(LookUpCaller command, LookUpCallerHandler handler, CancellationToken ct) =>
        await handler.HandleAsync(command, ct) is { } caller ? TypedResults.Ok(caller) : TypedResults.NoContent();

    /// <summary>What a case of these words would be, what is open of the same thing, and what can be answered at once.</summary>
    private static async Task<Results<Ok<Matter>, NoContent>> LookUpMatter(LookUpMatter command, LookUpMatterHandler handler, CancellationToken ct) =>
        await handler.HandleAsync(command, ct) is { } matter ? TypedResults.Ok(matter) : TypedResults.NoContent();

    /// <summary>What stands beside the form, while its fields are typed.</summary>
    private static RazorComponentResult<BesideForm> Beside([FromForm] IFormCollection form) => new(new
    {
        Phone = form["Form.Phone"].ToString(), Said = form["Form.Text"].ToString(), Place = form["Form.Place"].ToString(), CategoryCode = form["Form.CategoryCode"].ToString(), At = form["At"].ToString(),
    });
}
