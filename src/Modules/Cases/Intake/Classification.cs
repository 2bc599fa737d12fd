using Linli.Cases.Learning;
using Linli.Cases.Taxonomy;
using Linli.Text;

namespace Linli.Cases.Intake;

/// <summary>The classifier that speaks now: the newest learned model, or names and keywords of the taxonomy before there is one.</summary>
internal sealed class Classification(ModelInForce<TextClassifier> learned, TaxonomyCache taxonomy)
{
    public const string Task = "category";
    private volatile ColdStart? coldStart;

    /// <summary>Classifier and the name of its version.</summary>
    public async ValueTask<(ITextClassifier Classifier, string Source)> GetAsync(CancellationToken ct)
    {
        if (await learned.GetAsync(ct) is { } model) return (model.Model, model.Source);
        var snapshot = await taxonomy.GetAsync(ct);
        if (coldStart is not { } known || known.From != snapshot) coldStart = known = new(Of(snapshot), snapshot);
        return (known.Classifier, "cold-start");
    }

    private static ColdStartClassifier Of(TaxonomySnapshot snapshot) =>
        new(snapshot.Leaves.Select(leaf => new TaxonomyLeaf(
            leaf.Code, leaf.Name,
            [.. snapshot.PathTo(leaf.Code).SkipLast(1).Select(p => p.Name)],
            leaf.Keywords.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    private sealed record ColdStart(ColdStartClassifier Classifier, TaxonomySnapshot From);
}
