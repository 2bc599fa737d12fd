using Linli.Platform.Access;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Linli.Cases.Open311;

/// <summary>Says no as GeoReport does: an array of codes and descriptions.</summary>
internal sealed class GeoReportRefusals(IAccess access, IHttpContextAccessor http, IStringLocalizer<CasesModule> text, ProblemTexts problems, IOptions<CasesOptions> options)
{
    /// <summary>Whether the request showed a key that lets nobody in, or asks for another place than this one; null when neither.</summary>
    public GeoReportAnswer? AtTheDoor(GeoReportWords words)
    {
        var request = http.HttpContext!;
        if (request.Request.Headers.Authorization.Count > 0 && request.User.Identity?.IsAuthenticated is not true) return Key();
        return words["jurisdiction_id"] is { } place && place != options.Value.HomeDivision ? Of(StatusCodes.Status404NotFound, "Open311.UnknownJurisdiction", place) : null;
    }

    /// <summary>Whether the caller is a program whose key allows an act; otherwise why not.</summary>
    public GeoReportAnswer? Unless(string permission) => access.Actor.Kind is ActorKind.ApiKey && access.May(permission) ? null : Key();

    public GeoReportAnswer Of(int status, string key, params object[] arguments) => GeoReportAnswer.Refusal([Error(status, key, arguments)]);

    public GeoReportError Error(int status, string key, params object[] arguments) => new(status, text[key, arguments]);

    public GeoReportAnswer Of(Problem problem)
    {
        if (problem.Extensions?.GetValueOrDefault(CaseErrors.Words) is string words) return GeoReportAnswer.Refusal([new(problem.Status, words)]);
        var messages = problem.Errors?.SelectMany(e => e.Value.Select(problems.Message)).ToList();
        return GeoReportAnswer.Refusal([.. (messages is { Count: > 0 } ? messages : [problems.Title(problem)]).Select(message => new GeoReportError(problem.Status, message))]);
    }

    private GeoReportAnswer Key() => Of(StatusCodes.Status403Forbidden, "Open311.BadKey");
}
