using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Files;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>Shows the evidence of records: of things to whoever sees the record, of people to whoever has just said what for.</summary>
internal sealed class SeeEvidenceHandler(AppDb db, IAccess access, ViewRecordHandler view, TimeProvider clock)
{
    /// <summary>What stands among the fields of a look for a file.</summary>
    public const string Field = "@evidence";

    /// <summary>How long what somebody said that they look for is good for the files too.</summary>
    public static readonly TimeSpan Open = TimeSpan.FromMinutes(10);

    /// <summary>The evidence of a record within the caller's divisions, the latest first.</summary>
    public async Task<IReadOnlyList<EvidenceDetails>> OfAsync(Guid recordId, CancellationToken ct)
    {
        var seen = db.Records.Within(access);
        return access.May(RegistryPolicies.See)
            ? [.. (await db.Evidence.AsNoTracking().Where(e => e.RecordId == recordId && seen.Any(r => r.Id == e.RecordId)).OrderByDescending(e => e.AddedAt).ThenBy(e => e.Id).ToListAsync(ct)).Select(EvidenceDetails.Of)]
            : [];
    }

    /// <summary>A file; that somebody looked at one of a person is kept.</summary>
    public async Task<Result<RecordEvidence>> FindAsync(Guid recordId, Guid id, CancellationToken ct)
    {
        if (await view.FileAsync(recordId, ct) is not { } file || await db.Evidence.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.RecordId == recordId, ct) is not { } evidence) return Problem.NotFound;
        if (!file.Type.OfPerson) return evidence;
        var (now, actor) = (clock.GetUtcNow(), access.Actor.Id);
        var since = now - Open;
        if (!access.May(RegistryPolicies.Reveal)) return Problem.Forbidden;
        if (await db.RecordLooks.AsNoTracking().Where(l => l.RecordId == recordId && l.ActorId == actor && l.At >= since && l.Fields != Field).OrderByDescending(l => l.At).FirstOrDefaultAsync(ct) is not { } said)
            return RegistryErrors.SayWhatFor;
        db.Append(new RecordLook
        {
            Id = Guid.CreateVersion7(now), RecordId = recordId, DivisionCode = file.Record.DivisionCode, At = now, ActorId = actor, ActorName = access.Actor.Name, Purpose = said.Purpose, Fields = Field,
        });
        db.Audit(access, "registry.reveal", $"record/{recordId}", now, file.Record.DivisionCode, new { evidence = id });
        await db.SaveChangesAsync(ct);   // no trace, no file
        return evidence;
    }
}
