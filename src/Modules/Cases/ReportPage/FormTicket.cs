using System.Buffers.Text;
using Linli.Platform.Secrets;

namespace Linli.Cases.ReportPage;

/// <summary>
/// What makes sending a form twice one report: it leaves with the form and becomes the secret of the follow-up link,
/// so the database's own unique index is the guard, and the second sender gets the first one's receipt.
/// </summary>
internal static class FormTicket
{
    private const int Bytes = 20;

    public static string New() => Tokens.New();

    /// <summary>The ticket, or a new one where what came back is none of ours.</summary>
    public static string Accept(string? sent) => sent is not null && Base64Url.IsValid(sent, out var length) && length == Bytes ? sent : New();
}
