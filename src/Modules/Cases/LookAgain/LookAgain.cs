using System.ComponentModel.DataAnnotations;
using Linli.Cases.CallBacks;
using Linli.Cases.History;
using Linli.Cases.TellReporter;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.LookAgain;

/// <summary>二次核查: a supervisor looks at a closed case whose reporter is not satisfied, be it that they said so on the phone or on the follow-up page.</summary>
internal sealed record LookAgain : ICommand
{
    [Range(1, int.MaxValue, ErrorMessage = "cases.version-missing")] public int Version { get; set; }

    /// <summary>True takes the case up again; false ends it with words to the reporter.</summary>
    [Required(ErrorMessage = "cases.look-missing")] public bool? SendBack { get; set; }

    /// <summary>What is still to be done, or why nothing is.</summary>
    [Required(ErrorMessage = "cases.remark-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public string? Words { get; set; }
}

/// <summary>A case that waits for a second look.</summary>
/// <param name="Id">Key of the case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its heading.</param>
/// <param name="UnitId">The unit that handled it.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="Said">What its reporters said, and those of cases merged into it.</param>
/// <param name="Version">Version to send with the decision.</param>
internal sealed record SecondLook(Guid Id, string Number, string Title, Guid? UnitId, DateTimeOffset Since, IReadOnlyList<Dissatisfied> Said, int Version);

/// <summary>A reporter who is not satisfied.</summary>
/// <param name="At">When they said so.</param>
/// <param name="Words">Their words.</param>
/// <param name="CallerName">Who called them; absent where they rated on the follow-up page.</param>
internal sealed record Dissatisfied(DateTimeOffset At, string? Words, string? CallerName);

internal sealed class LookAgainHandler(AppDb db, CaseWork work, IAccess access, TellReporter.TellReporter reporters)
{
    private const int Most = 200;

    /// <summary>What waits, the longest first.</summary>
    public async Task<List<SecondLook>> ListAsync(CancellationToken ct)
    {
        var waiting = await db.Cases.AsNoTracking().Seen(db, access).Where(c => c.SecondLookAt != null).OrderBy(c => c.SecondLookAt).Take(Most)
            .Select(c => new { c.Id, c.Number, c.Title, c.UnitId, Since = c.SecondLookAt!.Value, c.Reopened, c.Version }).ToListAsync(ct);
        var (ids, calls) = (waiting.ConvertAll(c => c.Id), db.CallBacks.Where(b => b.Result == CallResult.Reached));
        var said = (await (from c in db.Cases.Where(c => ids.Contains(c.Id) || (c.MasterId != null && ids.Contains(c.MasterId.Value)))
                           join r in db.Ratings on c.Id equals r.CaseId
                           where !r.Satisfied
                           orderby r.At
                           select new { Leading = c.MasterId ?? c.Id, r.Round, r.At, r.Words, CallerName = calls.Where(b => b.CaseId == c.Id && b.EndedAt == r.At).Select(b => b.CallerName).FirstOrDefault() }).ToListAsync(ct))
            .ToLookup(r => (r.Leading, r.Round), r => new Dissatisfied(r.At, r.Words, r.CallerName));
        return waiting.ConvertAll(c => new SecondLook(c.Id, c.Number, c.Title, c.UnitId, c.Since, [.. said[(c.Id, c.Reopened)]], c.Version));
    }

    public async Task<Result<Done>> HandleAsync(Guid id, LookAgain command, CancellationToken ct)
    {
        if (CommandValidation.Check(command) is { } invalid) return invalid;
        if (await work.FindAsync(id, ct) is not { SecondLookAt: not null } found) return Problem.NotFound;
        if (found.Version != command.Version) return await work.StaleAsync(found, command.Version, ct);
        db.Audit(access, command.SendBack!.Value ? "cases.send-back" : "cases.explain", CaseSubject.Of(id), work.Now, found.DivisionCode);
        if (command.SendBack.Value) return await ReopenAsync(found, command, ct);
        found.EndSecondLook();
        found.Touch();
        db.Remember(found, CaseAction.Reply, access, work.Now, command.Words, forReporter: true);
        await reporters.TellAsync(found, CaseAction.Reply, command.Words, work.Now, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale;
        }
        return new Done();
    }

    private async Task<Result<Done>> ReopenAsync(Case found, LookAgain command, CancellationToken ct) =>
        (await work.DoAsync(found.Id, found.Version, CaseAction.Reopen, remark: command.Words, ct: ct)).Succeeded(out _, out var problem) ? new Done() : problem;
}
