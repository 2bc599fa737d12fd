using Linli.Cases.OfficialLetters;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Linli.Cases.Templates;

/// <summary>Templates of letters and bulletins over HTTP.</summary>
internal static class TemplatesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("{kind}", Read).RequireAuthorization(CasesPolicies.ManageTexts).WithName("downloadTemplate");
        api.MapPut("{kind}", Save).RequireAuthorization(CasesPolicies.ManageTexts)
            .WithMetadata(new RequestSizeLimitAttribute(SaveTemplateHandler.MostBytes + 1)).Accepts<Stream>(OfficialLettersApi.WordType).WithName("saveTemplate");
        api.MapDelete("{kind}", async Task<Results<NoContent, ProblemResult>> (TemplateKind kind, SaveTemplateHandler handler, CancellationToken ct) =>
            (await handler.ResetAsync(kind, ct)).ToHttp()).RequireAuthorization(CasesPolicies.ManageTexts).WithName("resetTemplate");
    }

    /// <summary>The template in force, to be changed and sent back.</summary>
    private static async Task<IResult> Read(TemplateKind kind, TemplateShelf templates, CancellationToken ct) =>
        TypedResults.Stream(await templates.OpenAsync(kind, ct), OfficialLettersApi.WordType, $"{kind}.docx".ToLowerInvariant());

    /// <summary>Takes the body, a Word document, as the template of a kind from now on.</summary>
    private static async Task<Results<NoContent, ProblemResult>> Save(TemplateKind kind, Stream body, SaveTemplateHandler handler, CancellationToken ct) =>
        (await handler.HandleAsync(kind, body, "api.docx", ct)).ToHttp();
}
