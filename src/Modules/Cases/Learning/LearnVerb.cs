using Linli.Cases.Intake;
using Linli.Contracts.Grids;
using Linli.Platform.CommandLine;
using Linli.Text;

namespace Linli.Cases.Learning;

/// <summary><c>learn</c>: a new version of a model, from a file or from the district's own confirmed cases.</summary>
internal sealed class LearnVerb(CategoryLearning category, PlaceLearning place, DispatchLearning dispatch, OvertimeLearning overtime, IUnits units) : IVerb
{
    public string Name => "learn";

    public string Usage => """
        learn --task category [--from FILE [--text title,body] [--label level1]]   trains a new version of the classifier; without --from on confirmed cases
        learn --task place   learns where places are that people name in words of their own, from confirmed cases
        learn --task dispatch [--from FILE [--label DISPOSE_UNIT_ID]]   learns who settles what; without --from from settled cases; in FILE categories, divisions and units go by their codes here
        learn --task overtime [--from FILE]   learns which cases are late; without --from from closed cases; FILE as for dispatch, with OVERTIME_ARCHIVE_NUM
        """;

    public async Task<int> RunAsync(VerbCall call, CancellationToken ct)
    {
        try
        {
            var model = call.Option("task") switch
            {
                Classification.Task => await CategoryAsync(call, ct),
                PlaceLearning.Task => await place.LearnAsync(await place.ConfirmedAsync(ct), ct),
                Routing.Task => await DispatchAsync(call, ct),
                OvertimeLearning.Task => await overtime.LearnAsync(call.Option("from") is { } file ? OvertimeCases.From(TsvTable.Read(file)) : await overtime.ConfirmedAsync(ct), ct),
                _ => throw new UsageException(Usage),
            };
            await call.Output.WriteLineAsync($"{model.Task}-{model.Number} learned from {model.Rows} rows, {model.Content.Length / 1e6:0.0} MB; it speaks from now on.");
            return 0;
        }
        catch (Exception error) when (error is FormatException or IOException)
        {
            throw new UsageException(error.Message);
        }
    }

    private async Task<LearnedModel> CategoryAsync(VerbCall call, CancellationToken ct)
    {
        var rows = call.Option("from") is { } file ? LabelledFile.Read(file, call) : await category.ConfirmedAsync(ct);
        if (rows.Select(r => r.Label).Distinct().Count() < 2) throw new UsageException($"{rows.Count} rows with fewer than two categories are nothing to learn from.");
        return await category.LearnAsync(rows, ct);
    }

    private async Task<LearnedModel> DispatchAsync(VerbCall call, CancellationToken ct)
    {
        var cases = call.Option("from") is { } file ? DispatchedCases.From(TsvTable.Read(file), call.Option("label") ?? DispatchedCases.Unit) : await dispatch.ConfirmedAsync(ct);
        var known = cases.Where(c => units.FindByCode(c.Unit) is not null).ToList();
        if (known.Count == 0) throw new UsageException($"Of {cases.Count} cases none was settled by a unit that is known here.");
        return await dispatch.LearnAsync(known, ct);
    }
}
