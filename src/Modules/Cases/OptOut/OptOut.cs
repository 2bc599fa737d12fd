using System.ComponentModel.DataAnnotations;
using Linli.Cases.TellReporter;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Messages;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.OptOut;

/// <summary>退订: stops all messages to an address, or lets them come again; by the link that stood in one of them.</summary>
internal sealed record OptOut : ICommand
{
    /// <summary>Whether messages are to stop.</summary>
    [Required(ErrorMessage = "cases.opt-out-missing")] public bool? Out { get; set; }
}

/// <summary>An address and whether it wants no messages.</summary>
/// <param name="Way">How it is reached.</param>
/// <param name="Address">The address, masked.</param>
/// <param name="Out">Whether it wants none.</param>
internal sealed record OptOutState(MessageWay Way, string Address, bool Out);

internal sealed class OptOutHandler(AppDb db, OptOutLinks links, MessageLog messages, IAccess access, TimeProvider clock)
{
    /// <summary>What a link is for. Looking changes nothing: programs open links before people do.</summary>
    public async Task<Result<OptOutState>> ReadAsync(string token, CancellationToken ct)
    {
        if (await FindAsync(token, ct) is not var (reporter, way, fingerprint)) return Problem.NotFound;
        return new OptOutState(way, reporter.MaskOf(way) ?? "", await db.OptedOut.AnyAsync(o => o.Fingerprint == fingerprint, ct));
    }

    /// <summary>Stops messages or lets them come again; done twice it is as done once.</summary>
    public async Task<Result<OptOutState>> HandleAsync(string token, OptOut command, CancellationToken ct)
    {
        if (CommandValidation.Check(command) is { } invalid) return invalid;
        if (await FindAsync(token, ct) is not var (reporter, way, fingerprint)) return Problem.NotFound;
        var (now, stop) = (clock.GetUtcNow(), command.Out is true);
        await using var work = await db.BeginAsync(ct);
        var changed = await db.OptedOut.Where(o => o.Fingerprint == fingerprint).ExecuteDeleteAsync(ct) == 0 == stop;
        if (stop)
        {
            db.Append(new OptedOut { Fingerprint = fingerprint, At = now });
            await StopAsync(way, fingerprint, ct);
        }
        if (changed) db.Audit(access, stop ? "cases.opt-out" : "cases.opt-in", CaseSubject.Of(reporter.CaseId), now, details: new { way });
        try
        {
            await db.SaveChangesAsync(ct);
            await work.CommitAsync(ct);
        }
        catch (DbUpdateException) when (stop)
        {
            db.Forget();   // pressed twice at one moment: the other stops it
        }
        return new OptOutState(way, reporter.MaskOf(way) ?? "", stop);
    }

    /// <summary>What waits is withheld, and of these cases nobody is owed a notice any more, but for one that goes another way.</summary>
    private async Task StopAsync(MessageWay way, byte[] fingerprint, CancellationToken ct)
    {
        var ids = await db.Reporters.Where(r => way == MessageWay.Email ? r.EmailFingerprint == fingerprint : r.PhoneFingerprint == fingerprint).Select(r => r.CaseId).ToListAsync(ct);
        await messages.WithholdAsync(ids.ConvertAll(CaseSubject.Of), way, ct);
        var otherwise = await messages.OwedOtherwiseAsync(ids.ConvertAll(CaseSubject.Of), way, ct);
        ids.RemoveAll(id => otherwise.Contains(CaseSubject.Of(id)));
        await db.Cases.Where(c => ids.Contains(c.Id)).OweNothingAsync(ct);
    }

    private async Task<(Reporter Reporter, MessageWay Way, byte[] Fingerprint)?> FindAsync(string token, CancellationToken ct) =>
        links.Read(token) is var (id, way) && await db.Reporters.AsNoTracking().SingleOrDefaultAsync(r => r.CaseId == id, ct) is { } reporter && reporter.FingerprintOf(way) is { } fingerprint
            ? (reporter, way, fingerprint) : null;
}

internal static class Owing
{
    /// <summary>Who wants no messages is owed none, so the case does not count in the notice rates.</summary>
    public static async Task OweNothingAsync(this IQueryable<Case> cases, CancellationToken ct)
    {
        await cases.Where(c => c.AcceptanceNotice == Notice.Owed).ExecuteUpdateAsync(set => set.SetProperty(c => c.AcceptanceNotice, (Notice?)null), ct);
        await cases.Where(c => c.ResultNotice == Notice.Owed).ExecuteUpdateAsync(set => set.SetProperty(c => c.ResultNotice, (Notice?)null), ct);
    }
}
