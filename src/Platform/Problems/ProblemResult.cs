using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Platform.Problems;

/// <summary>Writes a <see cref="Problem"/> as RFC 9457 with a title in the caller's language.</summary>
public sealed class ProblemResult(Problem problem) : IResult, IStatusCodeHttpResult, IEndpointMetadataProvider
{
    /// <inheritdoc/>
    public int? StatusCode => problem.Status;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var texts = httpContext.RequestServices.GetRequiredService<ProblemTexts>();
        var details = problem.Errors is { } errors
            ? new HttpValidationProblemDetails(errors.ToDictionary(e => e.Key, e => e.Value.Select(texts.Message).ToArray()))
            : new ProblemDetails();
        details.Type = $"urn:linli:problem:{problem.Code}";
        details.Title = texts.Title(problem);
        details.Status = problem.Status;
        details.Extensions["code"] = problem.Code;
        foreach (var (name, value) in problem.Extensions ?? new Dictionary<string, object?>()) details.Extensions[name] = value;
        return TypedResults.Problem(details).ExecuteAsync(httpContext);
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status400BadRequest, typeof(ProblemDetails), ["application/problem+json"]));
}

/// <summary>From handlers' results to HTTP.</summary>
public static class ResultHttp
{
    /// <summary>200 with the value, or the problem.</summary>
    public static Results<Ok<T>, ProblemResult> ToHttp<T>(this Result<T> result) =>
        result.Succeeded(out var value, out var problem) ? TypedResults.Ok(value) : new ProblemResult(problem);

    /// <summary>204, or the problem.</summary>
    public static Results<NoContent, ProblemResult> ToHttp(this Result<Done> result) =>
        result.Succeeded(out _, out var problem) ? TypedResults.NoContent() : new ProblemResult(problem);

    /// <summary>201 with the value and its address, or the problem.</summary>
    public static Results<CreatedResult<T>, ProblemResult> ToCreated<T>(this Result<T> result, Func<T, string> location) =>
        result.Succeeded(out var value, out var problem) ? new CreatedResult<T>(value, location(value)) : new ProblemResult(problem);
}
