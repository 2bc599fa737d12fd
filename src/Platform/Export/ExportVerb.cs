using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.CommandLine;
using Linli.Platform.Data;

namespace Linli.Platform.Export;

/// <summary><c>export WHAT --to FILE</c>; the file appears when it is whole, and the audit log says who took what.</summary>
internal sealed class ExportVerb(IEnumerable<IExport> exports, AppDb db, IAccess access, TimeProvider clock) : IVerb
{
    public string Name => "export";

    public string Usage => string.Join('\n', exports.OrderBy(e => e.What, StringComparer.Ordinal).Select(e => $"{Name} {e.What} --to FILE [--format {string.Join('|', e.Formats)}]"));

    public async Task<int> RunAsync(VerbCall call, CancellationToken ct)
    {
        var export = exports.SingleOrDefault(e => e.What == call.Words.FirstOrDefault()) ?? throw new UsageException(Usage);
        var (file, format) = (call.Required("to"), call.Option("format") ?? export.Formats[0]);
        if (!export.Formats.Contains(format)) throw new UsageException(Usage);
        var unfinished = file + ".part";
        int rows;
        await using (var output = File.Create(unfinished)) rows = await export.WriteAsync(output, format, ct);
        File.Move(unfinished, file, overwrite: true);
        db.Audit(access, "platform.export", "export/" + export.What, clock.GetUtcNow(), details: new { rows, format });
        await db.SaveChangesAsync(ct);
        await call.Output.WriteLineAsync($"{rows} {export.What} written to {file}");
        return 0;
    }
}
