using Linli.Platform.CommandLine;

namespace Linli.Platform.Audit;

/// <summary><c>audit verify</c></summary>
internal sealed class AuditVerb(AuditVerification verification) : IVerb
{
    public string Name => "audit";
    public string Usage => "audit verify   recomputes the hash chains of the audit log and names the first fault of each";

    public async Task<int> RunAsync(VerbCall call, CancellationToken ct)
    {
        if (call.Words is not ["verify"]) throw new UsageException(Usage);
        var report = await verification.RunAsync(ct);
        foreach (var fault in report.Faults) await call.Output.WriteLineAsync("fault: " + fault);
        await call.Output.WriteLineAsync($"{report.Lines} lines read, {report.Faults.Count} chains broken.");
        return report.Faults.Count == 0 ? 0 : 1;
    }
}
