using System.Text.Json;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

namespace Linli.Platform.Web;

/// <summary>Every refusal says what is wrong: as a problem to programs, as a page to people. What broke inside is logged, never told.</summary>
public static class ProblemAnswers
{
    private const string Page = "/problem";

    /// <summary>Answers for what the endpoints threw or left without a body.</summary>
    public static void UseProblemAnswers(this IApplicationBuilder app)
    {
        // For people outside, so that what programs were answered within is left as it is. A branch could not run a page: it has no routes.
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = Page + "/500", CreateScopeForErrors = true, StatusCodeSelector = StatusOf, SuppressDiagnosticsCallback = IsTheirs });
        app.UseStatusCodePagesWithReExecute(Page + "/{0}", createScopeForStatusCodePages: true);
        app.UseWhen(IsProgram, program =>
        {
            program.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerErrorAsync, SuppressDiagnosticsCallback = IsTheirs });
            program.UseStatusCodePages(context => AnswerAsync(context.HttpContext, Problem.Http(context.HttpContext.Response.StatusCode)));
        });
    }

    /// <summary>A request that cannot be read is answered and is no error of ours to log.</summary>
    private static bool IsTheirs(ExceptionHandlerSuppressDiagnosticsContext context) => context.Exception is BadHttpRequestException;

    private static bool IsProgram(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || !http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static Task AnswerErrorAsync(HttpContext http)
    {
        var error = http.Features.GetRequiredFeature<IExceptionHandlerFeature>().Error;
        return AnswerAsync(http, error switch
        {
            DbUpdateConcurrencyException => Problem.Stale,
            BadHttpRequestException { InnerException: JsonException json } => Problem.Invalid(FieldOf(json), "platform.invalid-value"),
            _ => Problem.Http(StatusOf(error)),
        });
    }

    private static int StatusOf(Exception error) => error switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary><c>$.place.longitude</c> is the field <c>place.longitude</c>.</summary>
    private static string FieldOf(JsonException error) => error.Path is { Length: > 2 } path ? path[2..] : "";

    private static Task AnswerAsync(HttpContext http, Problem problem)
    {
        http.Response.StatusCode = problem.Status;
        return new ProblemResult(problem).ExecuteAsync(http);
    }
}
