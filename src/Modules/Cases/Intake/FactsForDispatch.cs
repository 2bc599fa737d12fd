using Linli.Cases.Taxonomy;
using Linli.Platform.Time;
using Linli.Text;

namespace Linli.Cases.Intake;

/// <summary>What a case tells the dispatch model: branch of the taxonomy, street, community, channel and time; no words and no person.</summary>
internal static class FactsForDispatch
{
    public static DispatchFacts Of(string category, string division, string channel, DateTimeOffset received, TaxonomySnapshot taxonomy, SiteTime site)
    {
        category = taxonomy.Present(category);   // what a merged category was settled by speaks for the one that took its place
        var path = taxonomy.PathTo(category);
        return new()
        {
            SubType = category,
            MainType = path.Count > 1 ? path[^2].Code : "",
            EventType = path.Count > 0 ? path[0].Code : "",
            Street = division.Length >= 9 ? division[..9] : "",
            Community = division.Length >= 12 ? division[..12] : "",
            Source = channel,
            Reported = site.Local(received).DateTime,
        };
    }
}
