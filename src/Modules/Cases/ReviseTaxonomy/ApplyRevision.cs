using Linli.Cases.Taxonomy;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Jobs;
using Linli.Platform.Problems;
using Linli.Platform.Time;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ReviseTaxonomy;

/// <summary>Puts a revision in force, at once or from a day on.</summary>
internal sealed record ApplyRevision : ICommand
{
    /// <summary>The version that the caller saw.</summary>
    public int Version { get; set; }

    /// <summary>The day from whose beginning it is in force; without one, or one that has begun, at once.</summary>
    public DateOnly? From { get; set; }
}

/// <summary>Gives up a revision that is not in force.</summary>
internal sealed record DropRevision : ICommand
{
    /// <summary>The version that the caller saw.</summary>
    public int Version { get; set; }
}

internal sealed class ApplyRevisionHandler(AppDb db, IAccess access, RevisionInForce force, SiteTime site, TimeProvider clock)
{
    public async Task<Result<Done>> HandleAsync(Guid id, ApplyRevision command, CancellationToken ct)
    {
        await using var work = await db.BeginAsync(ct);
        if (await OpenAsync(id, command.Version, ct) is var (revision, problem) && problem is not null) return problem;
        var now = clock.GetUtcNow();
        if (command.From is { } day && site.StartOf(day) is var from && from > now) revision!.Wait(from);
        else if (await force.PutAsync(revision!, strict: true, now, ct) is { } moved) return moved;
        db.Audit(access, "cases.apply-revision", revision!.Subject, now, revision.DivisionCode, new { revision.FileName, revision.Changes, revision.EffectiveFrom });
        return await SaveAsync(work, ct);
    }

    public async Task<Result<Done>> DropAsync(Guid id, DropRevision command, CancellationToken ct)
    {
        await using var work = await db.BeginAsync(ct);
        if (await OpenAsync(id, command.Version, ct) is var (revision, problem) && problem is not null) return problem;
        revision!.Drop();
        db.Audit(access, "cases.drop-revision", revision.Subject, clock.GetUtcNow(), revision.DivisionCode, new { revision.FileName });
        return await SaveAsync(work, ct);
    }

    private async Task<(Revision? Revision, Problem? Problem)> OpenAsync(Guid id, int version, CancellationToken ct)
    {
        if (await db.Revisions.Within(access).SingleOrDefaultAsync(r => r.Id == id, ct) is not { } revision) return (null, Problem.NotFound);
        return revision.Version != version || revision.State is not (RevisionState.Draft or RevisionState.Waiting) ? (null, Problem.Stale) : (revision, null);
    }

    private async Task<Result<Done>> SaveAsync(UnitOfWork work, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            await work.CommitAsync(ct);
            return new Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale;
        }
    }
}

/// <summary>Puts revisions in force whose day has come.</summary>
internal sealed class ApplyDueRevisions(AppDb db, IAccess access, RevisionInForce force, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var id in await db.Revisions.Where(r => r.State == RevisionState.Waiting && r.AppliedAt == null && r.EffectiveFrom <= now).OrderBy(r => r.EffectiveFrom).Select(r => r.Id).ToListAsync(ct))
        {
            await using var work = await db.BeginAsync(ct);
            var revision = await db.Revisions.SingleAsync(r => r.Id == id, ct);
            await force.PutAsync(revision, strict: false, now, ct);
            db.Audit(access, "cases.apply-revision", revision.Subject, now, revision.DivisionCode, new { revision.FileName, revision.Changes, Decided = revision.ActorName });
            await db.SaveChangesAsync(ct);
            await work.CommitAsync(ct);
            db.Forget();
        }
    }
}

/// <summary>What it takes to put a revision in force, within the caller's transaction.</summary>
internal sealed class RevisionInForce(AppDb db, TaxonomyCache cache)
{
    private const int AtOnce = 5_000;

    /// <param name="revision">The revision, tracked.</param>
    /// <param name="strict">Whether it is refused when somebody has changed since what it changes; on its day it goes before what was changed meanwhile.</param>
    /// <param name="now">When it is in force.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Problem?> PutAsync(Revision revision, bool strict, DateTimeOffset now, CancellationToken ct)
    {
        var content = RevisionContent.Read(revision.Content);
        var categories = await db.Categories.ToDictionaryAsync(c => c.Code, StringComparer.Ordinal, ct);
        var inForce = content.Entries.Count == 0 ? [] : (await db.Responsibilities.AsNoTracking().InForce(now).ToListAsync(ct)).GroupBy(EntryKey.Of).ToDictionary(g => g.Key, g => g.MaxBy(e => e.ValidFrom)!);
        if (strict && (content.Categories.Any(c => c.Before != Facts(categories.GetValueOrDefault(c.Code))) || content.Entries.Any(e => e.Before != Facts(inForce.GetValueOrDefault(e.Key))))) return CaseErrors.ListMoved;
        Change(categories, content.Categories, now);
        var changes = content.Entries.Where(e => e.After != Facts(inForce.GetValueOrDefault(e.Key))).ToList();
        foreach (var ended in changes.Select(e => inForce.GetValueOrDefault(e.Key)?.Id).OfType<Guid>().Chunk(AtOnce))
            await db.Responsibilities.Where(e => ended.Contains(e.Id)).ExecuteUpdateAsync(set => set.SetProperty(e => e.ValidTo, now), ct);
        await db.InsertManyAsync([.. changes.Where(e => e.After is not null).Select(e => e.Entry(now))], ct);
        revision.Apply(now);
        db.AfterCommit(cache.Forget);
        return null;
    }

    private void Change(Dictionary<string, Category> known, IReadOnlyList<CategoryChange> changes, DateTimeOffset now)
    {
        var codes = known.Keys.Concat(changes.Where(c => c.After is not null).Select(c => c.Code)).ToHashSet(StringComparer.Ordinal);
        var branches = codes.Select(code => CodeTree.Above(code, codes.Contains)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var change in changes.Where(c => c.After is not null).OrderBy(c => c.Code.Length))
        {
            if (!known.TryGetValue(change.Code, out var category))
            {
                var above = CodeTree.Above(change.Code, codes.Contains);
                known[change.Code] = category = db.Add(new Category
                {
                    Code = change.Code, ParentCode = above, Level = above is null ? 1 : known[above].Level + 1, Name = "", NameEn = "", Keywords = "", IsLeaf = !branches.Contains(change.Code), Urgent = false,
                }).Entity;
            }
            (category.Name, category.NameEn, category.Keywords, category.Urgent) = (change.After!.Name, change.After.NameEn, change.After.Keywords, change.After.Urgent);
            (category.EndedAt, category.SuccessorCode) = (null, null);
        }
        foreach (var change in changes.Where(c => c.After is null))
        {
            (known[change.Code].EndedAt, known[change.Code].SuccessorCode) = (now, change.Successor);
            foreach (var earlier in known.Values.Where(c => c.SuccessorCode == change.Code)) earlier.SuccessorCode = change.Successor;   // a successor is always in use
        }
    }

    private static CategoryFacts? Facts(Category? category) => category is not { EndedAt: null } ? null : CategoryFacts.Of(category);

    private static EntryFacts? Facts(Responsibility? entry) => entry is null ? null : EntryFacts.Of(entry);
}
