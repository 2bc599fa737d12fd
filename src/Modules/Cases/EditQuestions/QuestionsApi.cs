using Linli.Platform.Idempotency;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Linli.Cases.EditQuestions;

/// <summary>The extra questions of a category over HTTP; everybody reads them at <c>/api/v1/cases/questions</c>.</summary>
internal static class QuestionsApi
{
    public static void Map(RouteGroupBuilder taxonomy)
    {
        taxonomy.MapPost("{code}/questions", Add).RequireAuthorization(CasesPolicies.ManageTaxonomy).Idempotent().WithName("addQuestion");
        taxonomy.MapPut("{code}/questions/{question}", Change).RequireAuthorization(CasesPolicies.ManageTaxonomy).WithName("changeQuestion");
        taxonomy.MapDelete("{code}/questions/{question}", Remove).RequireAuthorization(CasesPolicies.ManageTaxonomy).WithName("removeQuestion");
    }

    /// <summary>Adds a question to a node of the taxonomy; it is asked for all leaves below.</summary>
    private static async Task<Results<CreatedResult<SavedQuestion>, ProblemResult>> Add(string code, SaveQuestion command, SaveQuestionHandler handler, CancellationToken ct) =>
        (await handler.HandleAsync(code, null, command, ct)).ToCreated(_ => $"/api/v1/cases/questions?category={code}");

    /// <summary>Ends the version in force, which `seen` names, and begins another.</summary>
    private static async Task<Results<Ok<SavedQuestion>, ProblemResult>> Change(string code, string question, SaveQuestion command, SaveQuestionHandler handler, CancellationToken ct) =>
        (await handler.HandleAsync(code, question, command, ct)).ToHttp();

    /// <summary>Asks a question no more. Cases that answered it keep it.</summary>
    private static async Task<Results<NoContent, ProblemResult>> Remove(string code, string question, [FromQuery] Guid seen, RemoveQuestionHandler handler, CancellationToken ct) =>
        (await handler.HandleAsync(code, question, new() { Seen = seen }, ct)).ToHttp();
}
