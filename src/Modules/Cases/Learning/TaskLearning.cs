using Linli.Cases.Deadlines;

namespace Linli.Cases.Learning;

/// <summary>Something that is learned from a district's own confirmed cases.</summary>
internal interface ILearning
{
    /// <summary>What is decided: <c>category</c>, <c>place</c>, <c>dispatch</c> or <c>overtime</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Learns a new version from what was confirmed before a moment and tries it, beside the one that speaks, on what was confirmed since. Only if it is
    /// better there does it speak; else it is kept.
    /// </summary>
    /// <returns>The version; null where there are too few cases to learn from or to try it on.</returns>
    Task<LearnedModel?> TryAsync(DateTimeOffset heldOutFrom, CancellationToken ct);

    /// <summary>Another version speaks from now on.</summary>
    void Forget();
}

/// <summary>Learns one thing: rows to learn from, a model, and how good it is.</summary>
internal abstract class TaskLearning<TRow, TModel>(ModelShelf shelf, ModelInForce<TModel> inForce) : ILearning where TModel : class
{
    /// <summary>Fewer cases teach chance, or show it.</summary>
    private const int FewestToLearn = 50, FewestToTry = 20;

    public abstract string Name { get; }

    /// <summary>All that people confirmed, the newest at most.</summary>
    public Task<IReadOnlyList<TRow>> ConfirmedAsync(CancellationToken ct) => ConfirmedAsync(DateTimeOffset.UnixEpoch, CaseClock.Never, ct);

    /// <summary>What people confirmed of the cases received from a moment to another, the newest at most.</summary>
    protected abstract Task<IReadOnlyList<TRow>> ConfirmedAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken ct);

    protected abstract TModel Train(IReadOnlyList<TRow> rows);
    protected abstract void Save(TModel model, Stream to);

    /// <summary>How good a model is on some rows, 0 to 1; null where they cannot tell.</summary>
    protected abstract double? Score(TModel model, IReadOnlyList<TRow> rows);

    /// <summary>How good one is who only guesses; a version that is not better never speaks.</summary>
    protected virtual double Guessed => 0;

    public void Forget() => inForce.Forget();

    /// <summary>Learns a version that speaks at once.</summary>
    public async Task<LearnedModel> LearnAsync(IReadOnlyList<TRow> rows, CancellationToken ct)
    {
        var model = Train(rows);
        return await KeepAsync(model, rows.Count, Trial.ByHand, ct);
    }

    public async Task<LearnedModel?> TryAsync(DateTimeOffset heldOutFrom, CancellationToken ct)
    {
        var heldOut = await ConfirmedAsync(heldOutFrom, CaseClock.Never, ct);
        if (heldOut.Count < FewestToTry) return null;
        var rows = await ConfirmedAsync(DateTimeOffset.UnixEpoch, heldOutFrom, ct);
        if (rows.Count < FewestToLearn || TryTrain(rows) is not { } model || Score(model, heldOut) is not { } score) return null;
        inForce.Forget();   // another node may have learned meanwhile
        var live = await inForce.GetAsync(ct) is { } speaking ? Score(speaking.Model, heldOut) : null;
        var reason = score <= (live ?? Guessed) ? ModelReason.NotBetter : live is null ? ModelReason.First : ModelReason.Better;
        return await KeepAsync(model, rows.Count, new(reason, score, live, heldOut.Count), ct);
    }

    private async Task<LearnedModel> KeepAsync(TModel model, int rows, Trial trial, CancellationToken ct)
    {
        var kept = await shelf.AddAsync(Name, rows, to => Save(model, to), trial, ct);
        inForce.Forget();
        return kept;
    }

    /// <summary>Null where all rows say the same, so that there is nothing to learn.</summary>
    private TModel? TryTrain(IReadOnlyList<TRow> rows)
    {
        try
        {
            return Train(rows);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
