using Linli.Cases.Intake;
using Linli.Platform.CommandLine;
using Linli.Text;

namespace Linli.Cases.Learning;

/// <summary><c>learn</c>: a new version of a model, from a file or from the district's own confirmed cases.</summary>
internal sealed class LearnVerb(CategoryLearning learning) : IVerb
{
    public string Name => "learn";
    public string Usage => "learn --task category [--from FILE [--text title,body] [--label level1]]   trains a new version of the classifier; without --from on confirmed cases";

    public async Task<int> RunAsync(VerbCall call, CancellationToken ct)
    {
        if (call.Option("task") is not Classification.Task) throw new UsageException(Usage);
        IReadOnlyList<LabelledText> rows;
        try
        {
            rows = call.Option("from") is { } file ? LabelledFile.Read(file, call) : await learning.ConfirmedAsync(ct);
        }
        catch (Exception error) when (error is FormatException or IOException)
        {
            throw new UsageException(error.Message);
        }
        if (rows.Select(r => r.Label).Distinct().Count() < 2) throw new UsageException($"{rows.Count} rows with fewer than two categories are nothing to learn from.");
        var model = await learning.LearnAsync(rows, ct);
        await call.Output.WriteLineAsync($"category-{model.Number} learned from {model.Rows} rows, {model.Content.Length / 1e6:0.0} MB; it speaks from now on.");
        return 0;
    }
}
