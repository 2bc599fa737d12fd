using Linli.Contracts.Cases;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Events;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.Consultations;

/// <summary>The table that a consultation sits around: what was said and decided, for those who see the case.</summary>
internal sealed class ConsultationTable(AppDb db, IAccess access)
{
    /// <summary>The consultations of a case the caller sees, the newest first.</summary>
    public async Task<Result<IReadOnlyList<ConsultationSheet>>> ReadAsync(Guid caseId, CancellationToken ct)
    {
        if (!await db.Cases.Seen(db, access).AnyAsync(c => c.Id == caseId, ct)) return Problem.NotFound;
        var consultations = await db.Consultations.AsNoTracking().Where(c => c.CaseId == caseId).OrderByDescending(c => c.OpenedAt).ToListAsync(ct);
        var keys = consultations.ConvertAll(c => c.Id);
        var remarks = (await db.ConsultationRemarks.AsNoTracking().Where(r => keys.Contains(r.ConsultationId)).OrderBy(r => r.At).ThenBy(r => r.Id).ToListAsync(ct)).ToLookup(r => r.ConsultationId);
        var decisions = (await db.ConsultationDecisions.AsNoTracking().Where(d => keys.Contains(d.ConsultationId)).OrderBy(d => d.DueOn).ThenBy(d => d.Id).ToListAsync(ct)).ToLookup(d => d.ConsultationId);
        return consultations.ConvertAll(c => new ConsultationSheet(c, [.. remarks[c.Id]], [.. decisions[c.Id]]));
    }

    /// <summary>The open consultation of a case the caller sees, with the case.</summary>
    public async Task<(Case Case, Consultation Consultation)?> OpenAsync(Guid caseId, CancellationToken ct) =>
        await db.Cases.AsNoTracking().Seen(db, access).SingleOrDefaultAsync(c => c.Id == caseId, ct) is { } found
        && await db.Consultations.SingleOrDefaultAsync(c => c.CaseId == caseId && c.ConcludedAt == null, ct) is { } open ? (found, open) : null;

    /// <summary>Whether the caller leads a consultation: whoever sees the whole desk, or the unit that opened it.</summary>
    public bool Leads(Consultation consultation) => access.May(CasesPolicies.Consult) && (!access.OwnUnitOnly || consultation.UnitId == access.Unit);

    /// <summary>Saves with an audit line, and tells open pages of the case.</summary>
    public async Task SaveAsync(Case found, string act, DateTimeOffset now, CancellationToken ct)
    {
        db.Audit(access, "cases." + act, $"case/{found.Id}", now, found.DivisionCode, new { found.Number });
        db.Publish(new CaseMoved(found.Id, found.Number, act, System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(found.Status.ToString()), found.DivisionCode, found.UnitId, found.Version, now), now);
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>A consultation with all that was said and decided.</summary>
internal sealed record ConsultationSheet(Consultation Consultation, IReadOnlyList<ConsultationRemark> Remarks, IReadOnlyList<ConsultationDecision> Decisions);
