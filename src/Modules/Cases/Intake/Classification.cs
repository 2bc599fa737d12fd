using Linli.Cases.Taxonomy;
using Linli.Platform.Data;
using Linli.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Cases.Intake;

/// <summary>The classifier that speaks now: the newest learned model, or names and keywords of the taxonomy before there is one.</summary>
internal sealed class Classification(IServiceProvider services, TaxonomyCache taxonomy, TimeProvider clock)
{
    public const string Task = "category";
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile State? state;

    /// <summary>Classifier and the name of its version.</summary>
    public async ValueTask<(ITextClassifier Classifier, string Source)> GetAsync(CancellationToken ct)
    {
        if (state is { } known && clock.GetUtcNow() < known.Until) return (known.Classifier, known.Source);
        await loading.WaitAsync(ct);
        try
        {
            if (state is not { } loaded || clock.GetUtcNow() >= loaded.Until) state = await LoadAsync(ct);
            return (state.Classifier, state.Source);
        }
        finally
        {
            loading.Release();
        }
    }

    public void Forget() => state = null;

    private async Task<State> LoadAsync(CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var models = scope.ServiceProvider.GetRequiredService<AppDb>().LearnedModels.AsNoTracking().Where(m => m.Task == Task && m.Active);
        var until = clock.GetUtcNow() + Fresh;
        if (await models.MaxAsync(m => (int?)m.Number, ct) is { } number)
        {
            var source = $"{Task}-{number}";
            if (state?.Source == source) return state with { Until = until };
            var content = await models.Where(m => m.Number == number).Select(m => m.Content).SingleAsync(ct);
            return new(TextClassifier.Load(new MemoryStream(content)), source, null, until);
        }
        var snapshot = await taxonomy.GetAsync(ct);
        if (state?.From == snapshot) return state with { Until = until };
        return new(ColdStart(snapshot), "cold-start", snapshot, until);
    }

    private static ColdStartClassifier ColdStart(TaxonomySnapshot snapshot) =>
        new(snapshot.Leaves.Select(leaf => new TaxonomyLeaf(
            leaf.Code, leaf.Name,
            [.. snapshot.PathTo(leaf.Code).SkipLast(1).Select(p => p.Name)],
            leaf.Keywords.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    private sealed record State(ITextClassifier Classifier, string Source, TaxonomySnapshot? From, DateTimeOffset Until);
}
