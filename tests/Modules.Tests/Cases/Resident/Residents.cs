using System.Net;
using Linli.Cases;
using Linli.Cases.Loading;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases.Resident;

/// <summary>What residents do, and where staff would have brought their cases meanwhile.</summary>
internal static class Residents
{
    public const string Phone = "10020000031";

    /// <summary>Reports by the page and gives the secret of the follow-up link.</summary>
    public static async Task<string> ReportAsync(this LinliApp app, string text, string? phone = null)
    {
        using var browser = app.Stranger();
        var answer = await browser.SubmitAsync("/", new() { ["Form.Text"] = text, ["Form.Phone"] = phone ?? "" }, "report");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.GoesTo()!.Split('/')[2];
    }

    public static async Task<T> ReadAsync<T>(this LinliApp app, Func<AppDb, Task<T>> read)
    {
        await using var scope = app.Services.CreateSystemScope("test");
        return await read(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    public static Task<Case> CaseAsync(this LinliApp app, string secret)
    {
        var hash = Tokens.Hash(secret);
        return app.ReadAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.FollowUpHash == hash));
    }

    /// <summary>Closes a case as of a moment, past its stations.</summary>
    public static async Task CloseAsync(this LinliApp app, string secret, DateTimeOffset at)
    {
        await using var scope = app.Services.CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var hash = Tokens.Hash(secret);
        var found = await db.Cases.SingleAsync(c => c.FollowUpHash == hash);
        found.Restore(new CaseFacts { Status = CaseStatus.Closed, Version = found.Version + 1, AcceptedAt = at, DispatchedAt = at, HandledAt = at, VerifiedAt = at, ClosedAt = at, OnTime = true, Reopened = found.Reopened });
        await db.SaveChangesAsync();
    }
}
