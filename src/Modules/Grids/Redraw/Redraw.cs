using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Time;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary>A plan as shown.</summary>
internal sealed record RedrawLine(Guid Id, RedrawKind Kind, RedrawState State, string DivisionCode, string Division, IReadOnlyList<string> Grids, DateOnly EffectiveOn, string EnteredBy, DateTimeOffset EnteredAt, DateTimeOffset? EndedAt, int Version)
{
    public static RedrawLine Of(RedrawPlan plan, IDivisions divisions) => new(
        plan.Id, plan.Kind, plan.State, plan.DivisionCode, divisions.PathOf(plan.DivisionCode), [.. plan.Grids.Select(code => divisions.Find(code)?.Name ?? code)],
        plan.EffectiveOn, plan.EnteredBy, plan.EnteredAt, plan.EndedAt, plan.Version);
}

/// <summary>A plan with the grids as they will be, or were made.</summary>
internal sealed record RedrawDetail(RedrawLine Plan, IReadOnlyList<RedrawPart> Parts);

/// <summary>Takes a plan back, in the version that the caller saw.</summary>
internal sealed record WithdrawRedraw(int Version) : ICommand;

/// <summary>Plans what grids become, shows what will move, and takes plans back.</summary>
internal sealed class RedrawHandler(AppDb db, IAccess access, RedrawDraft draft, RedrawFigures figures, Redrawing redrawing, IDivisions divisions, SiteTime site, TimeProvider clock)
{
    /// <summary>What would come of it; nothing is changed.</summary>
    public async Task<Result<(RedrawPreview Figures, IReadOnlyList<RedrawPart> Parts)>> Preview(PlanRedraw command, CancellationToken ct) =>
        (await draft.MakeAsync(command, ct)).Succeeded(out var parts, out var problem) ? (await figures.CountAsync(command.Grids, parts, ct), parts) : problem;

    /// <summary>Plans it; for today it takes effect at once.</summary>
    public async Task<Result<Guid>> Plan(PlanRedraw command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (command.EffectiveOn < site.Date(now)) return Problem.Invalid("effectiveOn", "grids.redraw-past");
        if (!(await draft.MakeAsync(command, ct)).Succeeded(out var parts, out var problem)) return problem;
        var plan = new RedrawPlan
        {
            Id = Guid.CreateVersion7(now), DivisionCode = divisions.Find(command.Grids[0])!.ParentCode!, Kind = command.Kind!.Value, Grids = [.. command.Grids],
            Parts = RedrawPlan.Write(parts), EffectiveOn = command.EffectiveOn!.Value, EnteredBy = access.Actor.Name, EnteredAt = now,
        };
        db.Add(plan);
        db.Audit(access, "grids.plan-redraw", "redraw/" + plan.Id, now, plan.DivisionCode, new { plan.Kind, plan.Grids, plan.EffectiveOn });
        try
        {
            if (plan.EffectiveOn == site.Date(now)) await redrawing.TakeEffectAsync(plan, ct);
            else await db.SaveChangesAsync(ct);
            return plan.Id;
        }
        catch (DbUpdateException)   // another plan took the same codes, or changed the same grids meanwhile
        {
            db.Forget();
            return Problem.Stale;
        }
    }

    public async Task<Result<Done>> Withdraw(Guid id, WithdrawRedraw command, CancellationToken ct)
    {
        if (await db.RedrawPlans.Within(access).SingleOrDefaultAsync(p => p.Id == id, ct) is not { } plan) return Problem.NotFound;
        var now = clock.GetUtcNow();
        if (plan.Version != command.Version || !plan.TryEnd(RedrawState.Withdrawn, now)) return Problem.Stale;
        db.Audit(access, "grids.withdraw-redraw", "redraw/" + id, now, plan.DivisionCode);
        await db.SaveChangesAsync(ct);
        return new Done();
    }

    /// <summary>Plans within the caller's scope, the latest day first.</summary>
    public async Task<IReadOnlyList<RedrawLine>> List(CancellationToken ct) =>
        [.. (await db.RedrawPlans.AsNoTracking().Within(access).OrderByDescending(p => p.EffectiveOn).ThenByDescending(p => p.Id).ToListAsync(ct)).Select(plan => RedrawLine.Of(plan, divisions))];

    public async Task<RedrawDetail?> Find(Guid id, CancellationToken ct) =>
        await db.RedrawPlans.AsNoTracking().Within(access).SingleOrDefaultAsync(p => p.Id == id, ct) is { } plan ? new(RedrawLine.Of(plan, divisions), plan.ReadParts()) : null;
}
