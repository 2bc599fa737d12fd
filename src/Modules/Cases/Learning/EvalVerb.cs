using System.Globalization;
using Linli.Cases.Duplicates;
using Linli.Platform.CommandLine;
using Linli.Text;

namespace Linli.Cases.Learning;

/// <summary><c>eval category|dispatch|overtime|pairs|duplicates|topics|split</c>: how good the predictors are.</summary>
internal sealed class EvalVerb : IVerb
{
    public string Name => "eval";
    public bool NeedsDatabase => false;

    public string Usage => """
        eval category --train FILE --test FILE [--text title,body] [--label level1]   accuracy, macro-F1, a table per class, confusion, speed
        eval dispatch --train FILE [--test FILE] [--label DISPOSE_UNIT_ID] [--latest]   top-1 and top-3 unit; without --test a random fifth of the file is held out, or its latest
        eval overtime --train FILE [--test FILE] [--latest]   AUC of the risk of being late, precision at three recalls; held out as for dispatch
        eval topics FILE [--top 20]   the hottest topics with place, period and size; columns id, title, time, body, up, down
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
                ["overtime"] => Overtime(call),
                ["topics", var file] => Topics(file, call),
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
        var (train, test) = Parted(call, table => DispatchedCases.From(table, call.Option("label") ?? DispatchedCases.Unit), x => x.Facts);
        DispatchEvaluation.Run(train, test, call.Output);
        return 0;
    }

    private static int Overtime(VerbCall call)
    {
        var (train, test) = Parted(call, OvertimeCases.From, x => x.Facts.Case);
        OvertimeEvaluation.Run(train, test, call.Output);
        return 0;
    }

    /// <summary>What to learn from and what to test on: two files, or one of which a fifth is held out.</summary>
    private static (IReadOnlyList<T> Train, IReadOnlyList<T> Test) Parted<T>(VerbCall call, Func<TsvTable, IReadOnlyList<T>> read, Func<T, DispatchFacts> facts)
    {
        var cases = read(TsvTable.Read(call.Required("train")));
        return call.Option("test") is { } file ? (cases, read(TsvTable.Read(file)))
            : call.Has("latest") ? DispatchSplit.LatestFifth(cases, facts) : DispatchSplit.RandomFifth(cases);
    }

    private static int Topics(string file, VerbCall call)
    {
        if (!int.TryParse(call.Option("top") ?? "20", CultureInfo.InvariantCulture, out var top)) throw new UsageException("--top must be a number.");
        TopicEvaluation.Run(TopicEvaluation.From(TsvTable.Read(file)), top, call.Output);
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
