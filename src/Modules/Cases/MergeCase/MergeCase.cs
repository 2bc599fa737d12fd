using System.ComponentModel.DataAnnotations;
using Linli.Cases.History;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.MergeCase;

/// <summary>并案: two reports of one thing become one case. The one that is further on leads, among equals the one due first; the other follows it and its reporter is answered with it.</summary>
internal sealed record MergeCase : CaseCommand
{
    /// <summary>The number of the other case, or its key.</summary>
    [Required(ErrorMessage = "cases.number-missing"), StringLength(40, ErrorMessage = "cases.number-missing")] public string? With { get; set; }
}

internal sealed class MergeCaseHandler(CaseWork work, AppDb db, IAccess access)
{
    /// <param name="id">The case.</param>
    /// <param name="command">The other one.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="otherLeads">Whether the other one leads whatever the rule says: somebody joins it knowingly.</param>
    public async Task<Result<CaseState>> HandleAsync(Guid id, MergeCase command, CancellationToken ct, bool otherLeads = false)
    {
        if (await work.FindAsync(id, ct) is not { } one) return Problem.NotFound;
        if (one.Version != command.Version) return await work.StaleAsync(one, command.Version, ct);
        if (await OtherAsync(command.With!.Trim(), ct) is not { } other || other.Id == one.Id) return CaseErrors.NoSuchCase;
        var (master, joins) = !otherLeads && Leads(one, other) ? (one, other) : (other, one);
        if (!master.Status.IsOpen()) return CaseErrors.NotNow;
        return await work.DoAsync(
            joins.Id, joins.Version, CaseAction.Merge, remark: command.Remark,
            change: found =>
            {
                found.Follow(master);
                master.TakeIn();
                return null;
            },
            facts: _ => new { Master = master.Number },
            then: (found, _) =>
            {
                db.Remember(master, CaseAction.TakeIn, access, work.Now, command.Remark, new { To = new { Joined = found.Number } });
                return Task.CompletedTask;
            },
            ct: ct);
    }

    /// <summary>Whether the first of two leads: the one that others follow already, then the one further on, then the one due first.</summary>
    public static bool Leads(Case one, Case other) =>
        (one.Joined > 0, one.DispatchedAt is not null, one.AcceptedAt is not null, -one.DueOrder.UtcTicks, -one.ReceivedAt.UtcTicks)
            .CompareTo((other.Joined > 0, other.DispatchedAt is not null, other.AcceptedAt is not null, -other.DueOrder.UtcTicks, -other.ReceivedAt.UtcTicks)) >= 0;

    private async Task<Case?> OtherAsync(string word, CancellationToken ct)
    {
        var key = Guid.TryParse(word, out var id) ? id : await db.Cases.Seen(db, access).Where(c => c.Number == word).Select(c => c.Id).SingleOrDefaultAsync(ct);
        return key == default ? null : await work.FindAsync(key, ct);
    }
}
