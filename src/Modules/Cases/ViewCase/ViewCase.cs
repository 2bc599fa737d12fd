using Linli.Cases.Consultations;
using Linli.Cases.OfficialLetters;
using Linli.Cases.Questions;
using Linli.Cases.TellReporter;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Messages;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ViewCase;

/// <summary>Opens a case within the caller's scope.</summary>
internal sealed class ViewCaseHandler(AppDb db, MessageLog messages, IAccess access)
{
    public async Task<Result<CaseFile>> HandleAsync(Guid id, CancellationToken ct)
    {
        if (await db.Cases.AsNoTracking().Seen(db, access).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } found) return Problem.NotFound;
        var assignments = await db.Assignments.AsNoTracking().Where(a => a.CaseId == id).OrderBy(a => a.AssignedAt).ThenBy(a => a.Id).ToListAsync(ct);
        found.OpenParts = [.. assignments.Where(a => a.EndedAt is null)];
        var history = await db.History.AsNoTracking().Where(h => h.CaseId == id).OrderBy(h => h.At).ThenBy(h => h.Version).ThenBy(h => h.Id).ToListAsync(ct);
        var done = history.Select(h => h.Action).ToHashSet();   // it tells what there is to look for
        var reported = found.WholeId ?? id;   // a part has the reporter of the whole
        var joined = found.Joined == 0 ? [] : await JoinedAsync(id, ct);
        return new CaseFile(
            found,
            history,
            await db.Decisions.AsNoTracking().Where(d => d.CaseId == id).OrderBy(d => d.At).ThenBy(d => d.Kind).ToListAsync(ct),
            await db.Attachments.AsNoTracking().Where(a => a.CaseId == id).OrderBy(a => a.Id).ToListAsync(ct),
            assignments,
            !done.Contains(CaseAction.Alert) ? [] : await db.Alerts.AsNoTracking().Where(a => a.CaseId == id).OrderBy(a => a.At).ToListAsync(ct),
            !done.Overlaps([CaseAction.Rate, CaseAction.CallBack]) ? [] : await db.Ratings.AsNoTracking().Where(r => r.CaseId == id).OrderBy(r => r.Round).ToListAsync(ct),
            await db.Reporters.AsNoTracking().Where(r => r.CaseId == reported).Select(r => new MaskedReporter(r.MaskedName, r.MaskedPhone, r.MaskedEmail, r.AnonymisedAt)).SingleOrDefaultAsync(ct),
            await db.AnsweredAsync(id, ct),
            CaseTransitions.For(found, access),
            !done.Contains(CaseAction.Coordinate) ? [] : await db.Meetings.AsNoTracking().Where(m => m.CaseId == id).OrderBy(m => m.CalledAt).ToListAsync(ct),
            joined,
            !done.Contains(CaseAction.IssueLetter) ? [] : await db.OfficialLetters.AsNoTracking().Seen(access).Where(l => l.CaseId == id).OrderBy(l => l.IssuedAt).ToListAsync(ct),
            await messages.AboutAsync([CaseSubject.Of(id), .. joined.Select(j => CaseSubject.Of(j.Id))], ct),
            !done.Contains(CaseAction.Split) ? [] : await PartsAsync(id, ct),
            !done.Contains(CaseAction.Consult) ? [] : await db.Consultations.AsNoTracking().Where(c => c.CaseId == id).OrderBy(c => c.OpenedAt).ToListAsync(ct));
    }

    private Task<List<PartLine>> PartsAsync(Guid id, CancellationToken ct) =>
        db.Cases.AsNoTracking().Seen(db, access).Where(c => c.WholeId == id).OrderBy(c => c.Id).Select(c => new PartLine(c.Id, c.Number, c.Title, c.Status, c.UnitId)).ToListAsync(ct);

    private Task<List<JoinedCase>> JoinedAsync(Guid id, CancellationToken ct) =>
        (from c in db.Cases.AsNoTracking().Where(c => c.MasterId == id)
         join r in db.Reporters on c.Id equals r.CaseId into reporters
         from r in reporters.DefaultIfEmpty()
         orderby c.ReceivedAt
         select new JoinedCase(c.Id, c.Number, c.Text, c.Place, c.ReceivedAt, r.MaskedName, r.MaskedPhone)).ToListAsync(ct);

    /// <summary>The version alone, to answer those who have it already.</summary>
    public Task<int?> VersionAsync(Guid id, CancellationToken ct) =>
        db.Cases.AsNoTracking().Seen(db, access).Where(c => c.Id == id).Select(c => (int?)c.Version).SingleOrDefaultAsync(ct);
}
