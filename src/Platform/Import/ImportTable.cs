using System.Globalization;
using Linli.Platform.CommandLine;
using Microsoft.Extensions.Options;

namespace Linli.Platform.Import;

/// <summary><c>import table --profile FILE|NAME DIR</c>, and <c>import NAME DIR</c> for a profile that comes with the program.</summary>
/// <param name="steps">What the modules take.</param>
/// <param name="modules">Their assemblies hold the profiles that come with the program.</param>
/// <param name="options">Says where reports go.</param>
/// <param name="clock">Names them.</param>
/// <param name="builtIn">The profile, when the word after <c>import</c> names it.</param>
internal sealed class ImportTable(
    IEnumerable<IProfileStep> steps, IReadOnlyList<Module> modules, IOptions<LinliOptions> options, TimeProvider clock, string? builtIn = null) : IImport
{
    public string What => builtIn ?? "table";

    public string Usage => builtIn is null
        ? "--profile FILE|NAME DIR [--divisions FILE] [--report FILE]   takes divisions, units, taxonomy and cases from the tables of another system, as a profile describes them; run again after a break it goes on where it stood"
        : "DIR [--divisions FILE] [--report FILE]   the same with the profile that comes with the program";

    public async Task<ImportReport> RunAsync(VerbCall call, CancellationToken ct)
    {
        var run = new ProfileRun(Load(call), call.Words is [_, var folder] ? folder : throw new UsageException($"import {What} {Usage}"), call.Output);
        if (call.Option("divisions") is { } official) run.Profile.Places.Learn(TableFile.Read(official, "code", "name"));
        var whole = new ImportReport(call.Output);
        foreach (var step in steps.Where(step => run.Profile.Parts.ContainsKey(step.Part)).OrderBy(step => step.Order))
        {
            var begun = clock.GetTimestamp();
            var report = await step.RunAsync(run, ct);
            await call.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{step.Part}: {report}, {clock.GetElapsedTime(begun).TotalSeconds:0.0} s"));
            whole.Add(report);
        }
        if (whole.Refused.Count > 0) await WriteRefusedAsync(whole, run, call.Option("report"), ct);
        return whole;
    }

    private ImportProfile Load(VerbCall call)
    {
        var name = builtIn ?? call.Required("profile");
        using var json = BuiltIn(name) ?? (File.Exists(name) ? File.OpenRead(name) : throw new UsageException($"'{name}' is neither a profile file nor the name of a profile."));
        return ImportProfile.Parse(json);
    }

    private Stream? BuiltIn(string name) =>
        modules.Select(module => module.GetType().Assembly.GetManifestResourceStream($"profile.{name}.json")).FirstOrDefault(found => found is not null);

    private async Task WriteRefusedAsync(ImportReport report, ProfileRun run, string? file, CancellationToken ct)
    {
        file ??= Path.Combine(options.Value.Data, "imports", $"{run.Profile.Name}-{clock.GetUtcNow():yyyyMMdd-HHmmss}.tsv");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        await File.WriteAllLinesAsync(file, report.Refused.Select(refused => $"{refused.Place}\t{refused.Reason}").Prepend("place\treason"), ct);
        await run.Output.WriteLineAsync($"What was refused stands in {file}");
    }
}
