using Linli.Platform.CommandLine;

namespace Linli.Platform.Schema;

/// <summary><c>schema check|apply|script</c></summary>
internal sealed class SchemaVerb(SchemaUpgrade upgrade) : IVerb
{
    public string Name => "schema";
    public bool NeedsDatabase => false;
    public string Usage => "schema check|apply|script [--from ID]   compares the database with the program, brings it up to date, or prints the statements";

    public async Task<int> RunAsync(VerbCall call, CancellationToken ct) => call.Words switch
    {
        ["check"] => await CheckAsync(call.Output, ct),
        ["apply"] => await ApplyAsync(call.Output, ct),
        ["script"] => Print(call),
        _ => throw new UsageException(Usage),
    };

    private async Task<int> CheckAsync(TextWriter output, CancellationToken ct)
    {
        var state = await upgrade.CheckAsync(ct);
        foreach (var fault in state.Faults) await output.WriteLineAsync("fault: " + fault);
        foreach (var script in state.Pending) await output.WriteLineAsync("pending: " + script.Id);
        await output.WriteLineAsync(state is { Faults.Count: 0, Pending.Count: 0 } ? "The database is up to date." : "The database is not up to date.");
        return state is { Faults.Count: 0, Pending.Count: 0 } ? 0 : 1;
    }

    private async Task<int> ApplyAsync(TextWriter output, CancellationToken ct)
    {
        await output.WriteLineAsync($"{await upgrade.ApplyAsync(ct)} scripts applied.");
        return 0;
    }

    private int Print(VerbCall call)
    {
        var from = call.Option("from") ?? "";
        foreach (var script in upgrade.Scripts.Where(s => string.CompareOrdinal(s.Id, from) >= 0))
            call.Output.WriteLine($"-- {script.Id}\n{script.Sql}\n");
        return 0;
    }
}
