using System.Text;

namespace Linli.Platform.CommandLine;

/// <summary><c>import WHAT FILE …</c></summary>
internal sealed class ImportVerb(IEnumerable<IImport> imports) : IVerb
{
    public string Name => "import";

    public string Usage => string.Join('\n', imports.OrderBy(i => i.What, StringComparer.Ordinal).Select(i => $"{Name} {i.What} {i.Usage}"));

    public async Task<int> RunAsync(VerbCall call, CancellationToken ct)
    {
        var import = imports.SingleOrDefault(i => i.What == call.Words.FirstOrDefault()) ?? throw new UsageException(Usage);
        try
        {
            return await PrintAsync(await import.RunAsync(call, ct), call.Output);
        }
        catch (Exception error) when (error is DecoderFallbackException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException(error is DecoderFallbackException ? "The file is not UTF-8. Save it as UTF-8 and import it again." : error.Message);
        }
    }

    private static async Task<int> PrintAsync(ImportReport report, TextWriter output)
    {
        foreach (var (place, reason) in report.Refused) await output.WriteLineAsync($"{place}: {reason}");
        await output.WriteLineAsync(report.ToString());
        return report.Refused.Count == 0 ? 0 : 1;
    }
}
