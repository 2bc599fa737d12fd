using Linli.Cases.Learning;
using Linli.Cases.Taxonomy;
using Linli.Text;
using Microsoft.Extensions.Options;

namespace Linli.Cases.Intake;

/// <summary>The classifier that speaks now: the newest learned model, or names and keywords of the taxonomy before there is one.</summary>
internal sealed class Classification(ModelInForce<TextClassifier> learned, TaxonomyCache taxonomy, IOptions<CasesOptions> options)
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

    /// <summary>The category that a report in these words would get by itself; null while nothing is sure enough.</summary>
    public async ValueTask<string?> SettledAsync(string words, CancellationToken ct)
    {
        var (classifier, _) = await GetAsync(ct);
        var snapshot = await taxonomy.GetAsync(ct);
        return Settled(classifier.Classify(new CaseText("", words), 3).Where(p => snapshot.FindLeaf(p.Label) is not null).Select(p => (p.Label, p.Probability)));
    }

    /// <summary>The likeliest of some categories where it is likely enough to be filled in.</summary>
    public string? Settled(IEnumerable<(string Code, double Probability)> likeliestFirst) =>
        likeliestFirst.FirstOrDefault() is { Code: { } code } best && Math.Round(best.Probability, 4) >= options.Value.ClassifyFrom ? code : null;

    private static ColdStartClassifier Of(TaxonomySnapshot snapshot) =>
        new(snapshot.Leaves.Select(leaf => new TaxonomyLeaf(
            leaf.Code, leaf.Name,
            [.. snapshot.PathTo(leaf.Code).SkipLast(1).Select(p => p.Name)],
            leaf.Keywords.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    private sealed record ColdStart(ColdStartClassifier Classifier, TaxonomySnapshot From);
}
