using Linli.Contracts.Grids;
using Linli.Contracts.Identity;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.Watching;

/// <summary>Watching over HTTP, and the names that one may call.</summary>
internal static class WatchingApi
{
    private const int Most = 8;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPut("{id:guid}/watch", (Guid id, WatchCaseHandler handler, CancellationToken ct) => SetAsync(id, true, handler, ct)).RequireAuthorization(CasesPolicies.See).WithName("watchCase");
        api.MapDelete("{id:guid}/watch", (Guid id, WatchCaseHandler handler, CancellationToken ct) => SetAsync(id, false, handler, ct)).RequireAuthorization(CasesPolicies.See).WithName("unwatchCase");
        api.MapGet("{id:guid}/colleagues", Colleagues).RequireAuthorization(CasesPolicies.See).WithName("findColleagues");
    }

    private static async Task<Results<NoContent, ProblemResult>> SetAsync(Guid id, bool watches, WatchCaseHandler handler, CancellationToken ct) => (await handler.HandleAsync(id, watches, ct)).ToHttp();

    /// <summary>Colleagues who see a case and whose name, or name of sign-in, begins so.</summary>
    private static async Task<Results<Ok<IReadOnlyList<NameToCall>>, ProblemResult>> Colleagues(Guid id, string? q, AppDb db, IAccess access, IStaff staff, IGridTeams teams, IUnits units, CancellationToken ct)
    {
        if (await db.Cases.AsNoTracking().Seen(db, access).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } found) return new ProblemResult(Problem.NotFound);
        if (string.IsNullOrWhiteSpace(q)) return TypedResults.Ok<IReadOnlyList<NameToCall>>([]);
        found.OpenParts = await db.Assignments.AsNoTracking().Where(a => a.CaseId == id && a.EndedAt == null).ToListAsync(ct);
        var serving = await teams.ServingAsync(found.DivisionCode, ct);
        var colleagues = (await staff.BeginningWithAsync(q.Trim(), CasesPolicies.See, ct)).Where(c => c.Id != access.Actor.Id && Mentioning.Sees(c, found, serving)).Take(Most);
        return TypedResults.Ok<IReadOnlyList<NameToCall>>([.. colleagues.Select(c => new NameToCall(c.UserName, c.Name, c.UnitId is { } unit ? units.Find(unit)?.Name : null))]);
    }
}

/// <summary>Somebody who can be called by name.</summary>
/// <param name="Value">Name of sign-in, which is theirs alone: what stands behind the @.</param>
/// <param name="Text">Shown name.</param>
/// <param name="Note">Their unit.</param>
internal sealed record NameToCall(string Value, string Text, string? Note);
