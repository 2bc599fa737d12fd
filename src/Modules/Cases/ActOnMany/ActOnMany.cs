using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Serialization;
using Linli.Cases.ListCases;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ActOnMany;

/// <summary>批量办理: one act on many cases. Each succeeds or is refused by itself, by the same rules as alone.</summary>
internal sealed record ActOnMany : ICommand
{
    public const int Most = 1_000;

    /// <summary><c>accept</c>, <c>dispatch</c>, <c>take</c>, <c>urge</c>, <c>reply</c> or <c>close</c>.</summary>
    [Required(ErrorMessage = "cases.act-missing")] public CaseAction? Act { get; set; }

    /// <summary>The cases, each with the version that the caller saw.</summary>
    [MinLength(1, ErrorMessage = "cases.nothing-picked"), MaxLength(Most, ErrorMessage = "cases.too-many-picked")] public IReadOnlyList<Picked> Cases { get; set => field = [.. (value ?? []).OfType<Picked>()]; } = [];

    /// <summary>The same as a form sends it, in one field: a form has room for a thousand fields, and a case needs two.</summary>
    [JsonIgnore] public string? Lines
    {
        get => string.Join(',', Cases);
        set => Cases = [.. (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Picked.Read).OfType<Picked>()];
    }

    /// <summary>Whom to dispatch to; none: each to the unit suggested for it.</summary>
    public Guid? UnitId { get; set; }

    [StringLength(2000, ErrorMessage = "cases.remark-too-long")] public string? Remark { get; set; }
}

/// <summary>A case as the caller saw it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Version">Version.</param>
internal sealed record Picked(Guid Id, int Version)
{
    /// <summary>Reads <c>key:version</c>; null where it is neither.</summary>
    public static Picked? Read(string text) =>
        text.Split(':') is [var id, var version] && Guid.TryParse(id, out var key) && int.TryParse(version, CultureInfo.InvariantCulture, out var seen) ? new(key, seen) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}:{Version}");
}

/// <summary>What came of the act on one case.</summary>
/// <param name="Id">The case.</param>
/// <param name="State">How it stands now, where it was done.</param>
/// <param name="Problem">Why it was not done.</param>
internal sealed record Outcome(Guid Id, CaseState? State, Problem? Problem)
{
    public static Outcome Of(Guid id, Result<CaseState> result) => result.Succeeded(out var state, out var problem) ? new(id, state, null) : new(id, null, problem);
}

internal sealed class ActOnManyHandler(
    AppDb db, IAccess access, CaseWork work, ListCasesHandler lists, AcceptCase.AcceptCaseHandler accept, DispatchCase.DispatchCaseHandler dispatch, TakeCase.TakeCaseHandler take,
    UrgeCase.UrgeCaseHandler urge, ReplyToReporter.ReplyToReporterHandler reply, CloseCase.CloseCaseHandler close)
{
    /// <summary>Cases saved together: few enough to let others in between.</summary>
    private const int Batch = 50;

    /// <summary>What can be done to many at once, in the order of the life of a case.</summary>
    public static readonly CaseAction[] Acts = [CaseAction.Accept, CaseAction.Dispatch, CaseAction.Take, CaseAction.Urge, CaseAction.Reply, CaseAction.Close];

    private static readonly CaseAction[] WithWords = [CaseAction.Urge, CaseAction.Reply, CaseAction.Close];

    /// <summary>Whether an act needs words.</summary>
    public static bool NeedsWords(CaseAction act) => WithWords.Contains(act);

    /// <summary>The cases picked, or all that a filter finds, each with what stands against the act.</summary>
    public async Task<IReadOnlyList<Candidate>> PreviewAsync(CaseAction act, IReadOnlyList<Guid> picked, CaseFilter? all, CancellationToken ct)
    {
        if (all is not null) picked = [.. (await lists.FirstAsync(all, ActOnMany.Most, ct)).Select(row => row.Id)];
        var found = await db.Cases.AsNoTracking().Seen(db, access).Where(c => picked.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var parts = (await db.Assignments.AsNoTracking().Where(a => picked.Contains(a.CaseId) && a.EndedAt == null).ToListAsync(ct)).ToLookup(a => a.CaseId);
        foreach (var one in found.Values) one.OpenParts = [.. parts[one.Id]];
        return [.. picked.Where(found.ContainsKey).Distinct().Select(id => new Candidate(found[id], found[id].Refusal(act, access)))];
    }

    public async Task<Result<IReadOnlyList<Outcome>>> HandleAsync(ActOnMany command, CancellationToken ct)
    {
        if (!Acts.Contains(command.Act!.Value)) return Problem.Invalid("act", "cases.act-missing");
        if (NeedsWords(command.Act.Value) && string.IsNullOrWhiteSpace(command.Remark)) return Problem.Invalid("remark", "cases.remark-missing");
        if (!access.May(CaseTransitions.Of(command.Act.Value).Permission)) return Problem.Forbidden;
        var outcomes = new List<Outcome>(command.Cases.Count);
        foreach (var batch in command.Cases.DistinctBy(c => c.Id).Chunk(Batch)) outcomes.AddRange(await TogetherAsync(command, batch, ct) ?? await OneByOneAsync(command, batch, ct));
        return outcomes;
    }

    /// <summary>Does a batch with one save; null, and nothing done, where somebody else was at one of the cases meanwhile.</summary>
    private async Task<List<Outcome>?> TogetherAsync(ActOnMany command, Picked[] batch, CancellationToken ct)
    {
        work.LeavesSaving = true;
        try
        {
            var suggested = (await work.PrepareAsync([.. batch.Select(c => c.Id)], ct)).ToDictionary(c => c.Id, c => c.UnitId);
            var outcomes = new List<Outcome>(batch.Length);
            foreach (var one in batch) outcomes.Add(Outcome.Of(one.Id, await DoAsync(command, one, suggested.GetValueOrDefault(one.Id), ct)));
            await db.SaveChangesAsync(ct);
            return outcomes;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
        finally
        {
            work.LeavesSaving = false;
            db.Forget();
        }
    }

    private async Task<List<Outcome>> OneByOneAsync(ActOnMany command, Picked[] batch, CancellationToken ct)
    {
        var outcomes = new List<Outcome>(batch.Length);
        foreach (var one in batch)
        {
            var suggested = await db.Cases.Seen(db, access).Where(c => c.Id == one.Id).Select(c => c.UnitId).SingleOrDefaultAsync(ct);
            outcomes.Add(Outcome.Of(one.Id, await DoAsync(command, one, suggested, ct)));
        }
        return outcomes;
    }

    private async Task<Result<CaseState>> DoAsync(ActOnMany command, Picked one, Guid? suggested, CancellationToken ct)
    {
        var (id, version, remark) = (one.Id, one.Version, command.Remark);
        switch (command.Act)
        {
            case CaseAction.Accept: return await accept.HandleAsync(id, new() { Version = version, Remark = remark }, ct);
            case CaseAction.Take: return await take.HandleAsync(id, new() { Version = version, Remark = remark }, ct);
            case CaseAction.Urge: return await urge.HandleAsync(id, new() { Version = version, Remark = remark }, ct);
            case CaseAction.Reply: return await reply.HandleAsync(id, new() { Version = version, Remark = remark }, ct);
            case CaseAction.Close: return await close.HandleAsync(id, new() { Version = version, Remark = remark }, ct);
            default:
                if ((command.UnitId ?? suggested) is not { } unit) return await work.FindAsync(id, ct) is null ? Problem.NotFound : CaseErrors.NoUnitSuggested;
                return await dispatch.HandleAsync(id, new() { Version = version, UnitId = unit, Remark = remark }, ct);
        }
    }
}

/// <summary>A case that was picked.</summary>
/// <param name="Case">The case.</param>
/// <param name="Refusal">What stands against the act; null where nothing does.</param>
internal sealed record Candidate(Case Case, Problem? Refusal);
