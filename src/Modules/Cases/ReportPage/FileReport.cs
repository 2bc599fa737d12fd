using Linli.Cases.ReceiveCase;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ReportPage;

/// <summary>A resident's report, by page. The same form sent twice, even at once, is one case with one receipt.</summary>
internal sealed class FileReportHandler(AppDb db, ReceiveCaseHandler receive)
{
    /// <returns>The secret of the follow-up link.</returns>
    public async Task<Result<string>> HandleAsync(ReceiveCase.ReceiveCase report, string? ticket, CancellationToken ct)
    {
        if (CommandValidation.Check(report) is { } invalid) return invalid;
        var secret = FormTicket.Accept(ticket);
        if (await FiledAsync(secret, ct) is { } before)
        {
            if (before == report.Text!.Trim()) return secret;
            secret = FormTicket.New();   // somebody went back and wrote of another matter
        }
        try
        {
            return (await receive.HandleAsync(report.FromTheWeb(), ct, secret)).Succeeded(out _, out var refused) ? secret : refused;
        }
        catch (DbUpdateException)
        {
            db.Forget();
            if (await FiledAsync(secret, ct) is not null) return secret;   // the other of two presses won
            throw;
        }
    }

    private Task<string?> FiledAsync(string secret, CancellationToken ct)
    {
        var hash = Tokens.Hash(secret);
        return db.Cases.Where(c => c.FollowUpHash == hash).Select(c => c.Text).SingleOrDefaultAsync(ct);
    }
}

internal static class WebReport
{
    /// <summary>What strangers may not say is taken out: channel, heading, key and level are ours to give.</summary>
    public static ReceiveCase.ReceiveCase FromTheWeb(this ReceiveCase.ReceiveCase report) => report with { Channel = Channels.Channel.Web, Title = null, Level = null, ExternalId = null };
}
