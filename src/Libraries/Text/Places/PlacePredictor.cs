namespace Linli.Text;

/// <summary>
/// In which division a place lies that people name in words of their own, from where earlier cases were whose place was named in the same words: 阳光花园 东门 and
/// 阳光花园（东门） are the same. Immutable; safe to use from many threads.
/// </summary>
public sealed class PlacePredictor
{
    const int Fewest = 2, ShortestName = 2;

    internal PlacePredictor(IReadOnlyDictionary<string, PlaceCount[]> places) => Places = places;

    /// <summary>By folded words, where their cases were, most first.</summary>
    internal IReadOnlyDictionary<string, PlaceCount[]> Places { get; }

    /// <summary>Learns from cases of the past. What was named once only is left out: it proves little, and may be where somebody lives.</summary>
    /// <exception cref="FormatException">No place was named twice.</exception>
    public static PlacePredictor Train(IEnumerable<PlacedCase> cases)
    {
        var places = cases.GroupBy(x => MergedMessages.Key(x.Place), x => x.Division, StringComparer.Ordinal)
            .Where(x => x.Key.Length >= ShortestName && x.Count() >= Fewest)
            .ToDictionary(x => x.Key, PlaceCount[] (x) => [.. x.CountBy(d => d).Select(d => new PlaceCount(d.Key, d.Value)).OrderByDescending(d => d.Cases).ThenBy(d => d.Division, StringComparer.Ordinal)], StringComparer.Ordinal);
        return places.Count > 0 ? new(places) : throw new FormatException("There must be places that were named more than once.");
    }

    /// <summary>The likeliest divisions, likeliest first; none where nothing was named so. With one case more that might have been elsewhere: three of three make it three quarters sure.</summary>
    /// <param name="place">The words.</param>
    /// <param name="top">How many at most.</param>
    /// <param name="among">Which divisions may be named; null: all.</param>
    public IReadOnlyList<PlacePrediction> Predict(string place, int top = 3, Func<string, bool>? among = null)
    {
        if (!Places.TryGetValue(MergedMessages.Key(place), out var counts)) return [];
        var all = counts.Sum(x => x.Cases);
        return [.. counts.Where(x => among?.Invoke(x.Division) ?? true).Take(top).Select(x => new PlacePrediction(x.Division, x.Cases / (all + 1.0), all, x.Cases))];
    }

    /// <summary>Writes the model. The stream stays open.</summary>
    public void Save(Stream stream) => PlacePredictorFile.Write(stream, this);

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="FormatException">The stream is no model, or one of another version.</exception>
    public static PlacePredictor Load(Stream stream) => PlacePredictorFile.Read(stream);
}

/// <summary>A case whose place was named in words, and where it was.</summary>
/// <param name="Place">The words.</param>
/// <param name="Division">Code of the division.</param>
public sealed record PlacedCase(string Place, string Division);

/// <summary>A division in which a place may lie.</summary>
/// <param name="Division">Its code.</param>
/// <param name="Probability">How sure, 0 to 1.</param>
/// <param name="Cases">How many cases named the place so.</param>
/// <param name="Here">How many of them were in this division.</param>
public sealed record PlacePrediction(string Division, double Probability, int Cases, int Here);

/// <summary>How many cases of a place were in a division.</summary>
internal readonly record struct PlaceCount(string Division, int Cases);
