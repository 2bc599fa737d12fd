using Linli.Cases.Channels;
using Linli.Cases.Intake;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ReceiveCase;

/// <summary>Files a report: classify, locate, find the unit, start the clock; all in one transaction with history, event and audit.</summary>
internal sealed class ReceiveCaseHandler(AppDb db, Filing filing, KnownReports known)
{
    /// <param name="command">The report.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="given">The secret of the follow-up link, where the form brought one along so that sending it twice is noticed.</param>
    public async Task<Result<ReceivedCase>> HandleAsync(ReceiveCase command, CancellationToken ct, string? given = null)
    {
        if (await KnownAsync(command, ct) is { } there) return there;
        if (!(await filing.LookAsync(command, ct)).Succeeded(out var draft, out var refused)) return refused;
        try
        {
            await using var work = await db.BeginAsync(ct);
            var received = await filing.FileAsync(draft, given ?? Tokens.New(), ct);
            await db.SaveChangesAsync(ct);
            await work.CommitAsync(ct);
            return received;
        }
        catch (DbUpdateException) when (command.ExternalId is not null && db.Database.CurrentTransaction is null)
        {
            db.Forget();
            if (await KnownAsync(command, ct) is { } winner) return winner;   // the same report at the same moment
            throw;
        }
    }

    /// <summary>What is there already under the report's key.</summary>
    private async Task<Result<ReceivedCase>?> KnownAsync(ReceiveCase command, CancellationToken ct) =>
        command.ExternalId is { Length: > 0 } key && (await known.FindAsync(command.Channel ?? Channel.Web, [key], ct)).TryGetValue(key, out var there) ? there : (Result<ReceivedCase>?)null;
}
