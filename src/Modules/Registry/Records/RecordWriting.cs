using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>Adds states to records: the record, what finds and counts it, and the audit line follow in the same transaction.</summary>
internal sealed class RecordWriting(AppDb db, IAccess access, RecordVault vault, ViewRecordHandler view, FindTwins twins, CheckQuality quality)
{
    /// <summary>A record within the caller's divisions, to be changed, with its states.</summary>
    public async Task<Result<OpenRecord>> OpenAsync(Guid id, int version, TypeCache types, CancellationToken ct)
    {
        if (!access.May(RegistryPolicies.Write)) return Problem.Forbidden;
        if (await db.Records.Within(access).SingleOrDefaultAsync(r => r.Id == id, ct) is not { } record) return Problem.NotFound;
        if (record.MergedInto is not null) return RegistryErrors.MergedAlready;
        if (record.Version != version) return await StaleAsync(id, ct);
        var states = await db.RecordStates.Where(s => s.RecordId == id).ToListAsync(ct);
        return new OpenRecord(record, (await types.GetAsync(ct)).Find(record.TypeCode)!, new(states));
    }

    /// <summary>A new state out of what is true from then on.</summary>
    public RecordState StateOf(Guid recordId, RecordType type, RecordContent content, StateKind kind, RecordFacts said, DateOnly from, DateTimeOffset now, bool gone = false, Guid? corrects = null) =>
        vault.Seal(type, content).ToState(
            Guid.CreateVersion7(now), recordId, kind, from, now, said.Source!.Value, access.Actor.Name, access.Actor.Id, string.IsNullOrWhiteSpace(said.Remark) ? null : said.Remark.Trim(), gone, corrects);

    /// <summary>Adds a state to a record that is open, and makes the record what it is now.</summary>
    /// <returns>The record as its reader sees it; or that somebody was quicker.</returns>
    public async Task<Result<RecordDetails>> SaveAsync(OpenRecord open, RecordState added, CancellationToken ct)
    {
        var (record, type) = (open.Record, open.Type);
        try
        {
            await using var work = await db.BeginAsync(ct);
            db.Append(added);
            await FollowAsync([open with { History = new(open.History.States.Append(added)) }], added.RecordedAt, ct);
            db.Audit(access, $"registry.{added.Kind.ToString().ToLowerInvariant()}", $"record/{record.Id}", added.RecordedAt, record.DivisionCode, new { state = added.Id, type = type.Code });
            await db.SaveChangesAsync(ct);
            await twins.FindAsync(record.Id, ct);
            await work.CommitAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Forget();
            return await StaleAsync(record.Id, ct);
        }
        return (await view.FindAsync(record.Id, null, null, ct))!;
    }

    /// <summary>Makes records what their latest states say, each in a version more; within the transaction of whoever saves.</summary>
    public async Task FollowAsync(IReadOnlyCollection<OpenRecord> changed, DateTimeOffset now, CancellationToken ct)
    {
        await ForgetIndexAsync([.. changed.Select(c => c.Record.Id)], ct);
        foreach (var (record, type, history) in changed)
        {
            Follow(record, type, history.Latest, now);
            record.Version++;
        }
        await quality.CheckAsync(changed, ct);
    }

    /// <summary>Makes a record what its latest state says, with what finds and counts it.</summary>
    public void Follow(RegistryRecord record, RecordType type, RecordState latest, DateTimeOffset now)
    {
        var kept = vault.Seal(type, vault.Open(latest));
        (record.Title, record.DivisionCode, record.Address, record.Longitude, record.Latitude) = (kept.Title, kept.Place.DivisionCode, kept.Place.Address, kept.Place.Longitude, kept.Place.Latitude);
        (record.EndedOn, record.ChangedAt) = (latest.Gone ? latest.ValidFrom : null, now);
        foreach (var key in kept.Keys) db.Append(new RecordKey { Fingerprint = key, RecordId = record.Id });
        db.Append(RecordWords.Of(record, kept.Tokens));
        if (latest.Gone) return;   // found still, counted no more
        foreach (var (rule, print) in kept.Marks) db.Append(new RecordMark { Fingerprint = print, RecordId = record.Id, TypeCode = type.Code, Rule = rule });
        foreach (var (field, value) in kept.Facets)
            db.Append(new RecordFacet { RecordId = record.Id, Field = field, Value = value, TypeCode = type.Code, DivisionCode = record.DivisionCode });
    }

    /// <summary>Forgets what finds and counts records.</summary>
    public async Task ForgetIndexAsync(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        await db.RecordKeys.Where(k => ids.Contains(k.RecordId)).ExecuteDeleteAsync(ct);
        await db.RecordMarks.Where(m => ids.Contains(m.RecordId)).ExecuteDeleteAsync(ct);
        await db.RecordFacets.Where(f => ids.Contains(f.RecordId)).ExecuteDeleteAsync(ct);
        var rows = ids.Select(RecordWords.RowOf).ToList();
        await db.RecordWords.Where(w => rows.Contains(w.Rowid)).ExecuteDeleteAsync(ct);
    }

    private async Task<Problem> StaleAsync(Guid id, CancellationToken ct) =>
        Problem.Stale with { Extensions = new Dictionary<string, object?> { ["current"] = await view.FindAsync(id, null, null, ct) } };
}

/// <summary>A record that somebody is about to change.</summary>
internal sealed record OpenRecord(RegistryRecord Record, RecordType Type, RecordHistory History);
