using Linli.Cases.LookAgain;
using Linli.Cases.RecordCallBack;
using Linli.Cases.TakeCall;
using Linli.Platform.Idempotency;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Linli.Cases.CallBacks;

/// <summary>Call-backs and second looks over HTTP.</summary>
internal static class CallBacksApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("call-backs/take", Take).RequireAuthorization(CasesPolicies.CallBack).WithName("takeCall");   // answers the same until the call is noted
        api.MapPost("call-backs/{id:guid}", Record).RequireAuthorization(CasesPolicies.CallBack).Idempotent().WithName("recordCallBack");
        api.MapGet("second-looks", async (LookAgainHandler handler, CancellationToken ct) => TypedResults.Ok(await handler.ListAsync(ct))).RequireAuthorization(CasesPolicies.Supervise).WithName("listSecondLooks");
        api.MapPost("second-looks/{id:guid}", Look).RequireAuthorization(CasesPolicies.Supervise).Idempotent().WithName("lookAgain");
    }

    /// <summary>The call that the caller holds, or the next one, with the number to call; nobody else gets it for some minutes.</summary>
    private static async Task<Results<Ok<HeldCall>, ProblemResult>> Take(TakeCallHandler handler, CancellationToken ct) => (await handler.HandleAsync(ct)).ToHttp();

    /// <summary>Notes what came of a call that the caller holds.</summary>
    private static async Task<Results<NoContent, ProblemResult>> Record(Guid id, RecordCallBack.RecordCallBack command, RecordCallBackHandler handler, CancellationToken ct) => (await handler.HandleAsync(id, command, ct)).ToHttp();

    /// <summary>Takes the case up again, or explains to the reporter why nothing more is done.</summary>
    private static async Task<Results<NoContent, ProblemResult>> Look(Guid id, LookAgain.LookAgain command, LookAgainHandler handler, CancellationToken ct) => (await handler.HandleAsync(id, command, ct)).ToHttp();
}
