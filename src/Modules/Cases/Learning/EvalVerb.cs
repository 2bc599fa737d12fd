using System.Globalization;
using Linli.Cases.Duplicates;
using Linli.Platform.CommandLine;
using Linli.Text;

namespace Linli.Cases.Learning;

/// <summary><c>eval category|dispatch|pairs|duplicates|split</c>: how good the predictors are on files.</summary>
internal sealed class EvalVerb : IVerb
{
    public string Name => "eval";
    public bool NeedsDatabase => false;

    public string Usage => """
        eval category --train FILE --test FILE [--text title,body] [--label level1]   accuracy, macro-F1, a table per class, confusion, speed
        eval dispatch --train FILE [--test FILE] [--label DISPOSE_UNIT_ID] [--latest]   top-1 and top-3 unit; without --test a random fifth of the file is held out, or its latest
        eval pairs FILE [--train FILE]   AUC of the scorer of duplicates; columns s1, s2, label; without --train it learns from four fifths of the file and judges the fifth, in turns
        eval duplicates [--seed N] [--cases N]   how many duplicates planted in a demo district are found at one false merge per 1,000 cases
        eval split --from FILE[,FILE…] --train OUT --test OUT [--label level1]   sets a part aside, near-duplicates removed
        """;

    public Task<int> RunAsync(VerbCall call, CancellationToken ct)
    {
        try
        {
            return Task.FromResult(call.Words switch
            {
                ["category"] => Category(call),
                ["dispatch"] => Dispatch(call),
                ["pairs", var file] => Pairs(file, call),
                ["duplicates"] => Duplicates(call),
                ["split"] => Split(call),
                _ => throw new UsageException(Usage),
            });
        }
        catch (Exception error) when (error is FormatException or IOException)
        {
            throw new UsageException(error.Message);
        }
    }

    private static int Category(VerbCall call)
    {
        CategoryEvaluation.Run(LabelledFile.Read(call, "train"), LabelledFile.Read(call, "test"), call.Output);
        return 0;
    }

    private static int Dispatch(VerbCall call)
    {
        IReadOnlyList<DispatchedCase> Read(string file) => DispatchedCases.From(TsvTable.Read(file), call.Option("label") ?? DispatchedCases.Unit);
        var cases = Read(call.Required("train"));
        var (train, test) = call.Option("test") is { } file ? (cases, Read(file))
            : call.Has("latest") ? DispatchSplit.LatestFifth(cases) : DispatchSplit.RandomFifth(cases);
        DispatchEvaluation.Run(train, test, call.Output);
        return 0;
    }

    private static int Pairs(string file, VerbCall call)
    {
        PairEvaluation.Run(LabelledPairs.From(TsvTable.Read(file)), call.Option("train") is { } train ? LabelledPairs.From(TsvTable.Read(train)) : null, call.Output);
        return 0;
    }

    private static int Duplicates(VerbCall call)
    {
        DuplicateEvaluation.Run(int.Parse(call.Option("seed") ?? "1", CultureInfo.InvariantCulture), int.Parse(call.Option("cases") ?? "5000", CultureInfo.InvariantCulture), call.Output);
        return 0;
    }

    private static int Split(VerbCall call)
    {
        var parts = CategorySplit.Split(call.Required("from").Split(',').SelectMany(file => LabelledFile.Read(file, call)));
        LabelledFile.Write(call.Required("train"), parts.Train);
        LabelledFile.Write(call.Required("test"), parts.Test);
        call.Output.WriteLine($"{parts.Train.Count} rows to train, {parts.Test.Count} to test, {parts.Dropped} near-duplicates left out");
        return 0;
    }
}
