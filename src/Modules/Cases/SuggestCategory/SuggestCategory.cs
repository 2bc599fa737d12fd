using Linli.Cases.Intake;
using Linli.Cases.ReportPage;
using Linli.Cases.Taxonomy;
using Linli.Text;

namespace Linli.Cases.SuggestCategory;

/// <summary>What a text sounds like, while somebody is still writing it.</summary>
internal sealed class SuggestCategoryHandler(Classification classification, TaxonomyCache taxonomy)
{
    private const int Most = 3, Shortest = 4, Longest = 5_000;

    /// <summary>Less likely than this, a suggestion only distracts.</summary>
    private const double Likely = 0.05;

    public async Task<CategorySuggestions> HandleAsync(string? text, CancellationToken ct)
    {
        if (text is not { Length: >= Shortest and <= Longest }) return new([], null, null);
        var (classifier, _) = await classification.GetAsync(ct);
        var snapshot = await taxonomy.GetAsync(ct);
        var leaves = classifier.Classify(new CaseText("", text), Most).Where(p => snapshot.FindLeaf(p.Label) is not null).ToList();
        var likely = leaves.Where(p => p.Probability >= Likely).Select(p => new SuggestedCategory(p.Label, snapshot.NameOf(p.Label), Branch(snapshot, p.Label), Math.Round(p.Probability, 3)));
        return new([.. likely], Emergency.NumberFor(text), classification.Settled(leaves.Select(p => (p.Label, p.Probability))));
    }

    private static string Branch(TaxonomySnapshot taxonomy, string leaf) => taxonomy.PathTo(leaf) is [.., var above, _] ? taxonomy.NameOf(above.Code) : "";
}

/// <summary>What a text may be about.</summary>
/// <param name="Categories">Leaves, likeliest first.</param>
/// <param name="Emergency">119, 110 or 120 where the words call for it.</param>
/// <param name="Settled">The category the report would get without choosing one; absent while nothing is sure enough.</param>
internal sealed record CategorySuggestions(IReadOnlyList<SuggestedCategory> Categories, string? Emergency, string? Settled);

/// <summary>A leaf of the taxonomy.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name in the reader's language.</param>
/// <param name="Branch">The node above it.</param>
/// <param name="Probability">0 to 1.</param>
internal sealed record SuggestedCategory(string Code, string Name, string Branch, double Probability);
