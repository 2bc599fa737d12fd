using Linli.Platform.Idempotency;
using Linli.Platform.Messages;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Linli.Cases.SeeDeliveries;

/// <summary>Messages to reporters over HTTP.</summary>
internal static class DeliveriesApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var all = endpoints.MapApi("/api/v1/deliveries").WithTags("Messages").RequireAuthorization(CasesPolicies.SeeDeliveries);
        all.MapGet("", List).WithName("listDeliveries");
        all.MapPost("{id:guid}/resend", Resend).Idempotent().WithName("resendDelivery");
        var ofCase = endpoints.MapApi("/api/v1/cases/{caseId:guid}/messages").WithTags("Messages");
        ofCase.MapGet("", OfCase).RequireAuthorization(CasesPolicies.See).WithName("listCaseMessages");
        ofCase.MapPost("{id:guid}/resend", ResendOfCase).RequireAuthorization(CasesPolicies.Reply).Idempotent().WithName("resendCaseMessage");
    }

    /// <summary>What became of the messages to reporters, newest first.</summary>
    private static async Task<Ok<DeliveryList>> List(CaseDeliveries deliveries, CancellationToken ct, string? state = null, int page = 1) => TypedResults.Ok(await deliveries.ListAsync(DeliveryLook.Read(state), page, ct));

    /// <summary>Sends a message again that failed or was given up.</summary>
    private static async Task<Results<NoContent, ProblemResult>> Resend(Guid id, CaseDeliveries deliveries, CancellationToken ct) => (await deliveries.ResendAsync(id, ct)).ToHttp();

    /// <summary>The messages about a case to who reported it.</summary>
    private static async Task<Results<Ok<IReadOnlyList<LoggedMessage>>, ProblemResult>> OfCase(Guid caseId, CaseDeliveries deliveries, CancellationToken ct) => (await deliveries.OfAsync(caseId, ct)).ToHttp();

    /// <summary>Sends a message about a case again that failed or was given up.</summary>
    private static async Task<Results<NoContent, ProblemResult>> ResendOfCase(Guid caseId, Guid id, CaseDeliveries deliveries, CancellationToken ct) => (await deliveries.ResendAsync(caseId, id, ct)).ToHttp();
}
