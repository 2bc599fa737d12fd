using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;

namespace Linli.Platform.Web;

/// <summary>Pages that say themselves what is wrong.</summary>
public static class OwnPage
{
    /// <summary>
    /// Answers with the problem's status and what the page renders. Set any earlier, a 404 makes Razor hold back the body and the
    /// common page for missing things takes its place.
    /// </summary>
    public static void AnswerHere(this HttpContext http, Problem problem) => http.Response.OnStarting(() =>
    {
        http.Response.StatusCode = problem.Status;
        return Task.CompletedTask;
    });
}
