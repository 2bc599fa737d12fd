using Linli.Platform.Idempotency;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Linli.Cases.Consultations;

/// <summary>What is said and decided in the consultations of a case, over HTTP.</summary>
internal static class ConsultationsApi
{
    public static void Map(RouteGroupBuilder cases)
    {
        var api = cases.MapGroup("{id:guid}/consultations").RequireAuthorization(CasesPolicies.See);
        api.MapGet("", Read).WithName("listConsultations");
        api.MapPost("remarks", Speak).RequireAuthorization(CasesPolicies.Consult).Idempotent().WithName("speakOnCase");
        api.MapPost("decisions", Decide).RequireAuthorization(CasesPolicies.Consult).Idempotent().WithName("decideOnCase");
        api.MapPost("decisions/{decisionId:guid}/finish", Finish).RequireAuthorization(CasesPolicies.Consult).Idempotent().WithName("finishDecision");
    }

    /// <summary>The consultations of a case, the newest first.</summary>
    private static async Task<Results<Ok<IReadOnlyList<ConsultationSheet>>, ProblemResult>> Read(Guid id, ConsultationTable table, CancellationToken ct) =>
        (await table.ReadAsync(id, ct)).ToHttp();

    /// <summary>Says something in the open consultation; gives the key of the remark.</summary>
    private static async Task<Results<Ok<Guid>, ProblemResult>> Speak(Guid id, SpeakOnCase.SpeakOnCase command, SpeakOnCase.SpeakOnCaseHandler handler, CancellationToken ct) =>
        (await handler.HandleAsync(id, command, ct)).ToHttp();

    /// <summary>Writes down what was decided; gives its key.</summary>
    private static async Task<Results<Ok<Guid>, ProblemResult>> Decide(Guid id, DecideOnCase.DecideOnCase command, DecideOnCase.DecideOnCaseHandler handler, CancellationToken ct) =>
        (await handler.HandleAsync(id, command, ct)).ToHttp();

    /// <summary>What was decided is done.</summary>
    private static async Task<Results<NoContent, ProblemResult>> Finish(Guid id, Guid decisionId, FinishDecision.FinishDecisionHandler handler, CancellationToken ct) =>
        (await handler.HandleAsync(id, decisionId, ct)).ToHttp();
}
