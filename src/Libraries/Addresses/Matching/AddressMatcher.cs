namespace Linli.Addresses;

/// <summary>
/// Follows the written levels down the tree. Each level takes every place that is still possible to the places below that fit it; a place where it
/// does not fit stays, with that held against it. The most likely few are kept (a beam), so a text costs the same however large the library is.
/// </summary>
internal sealed class AddressMatcher(AddressTree tree, NameIndex names)
{
    private const int Beam = 48, MostNamed = 400;

    /// <summary>What is below this share of the best, or of the whole, is no candidate.</summary>
    private const double Least = 0.34, Near = 0.75;

    public List<AddressCandidate> Match(IReadOnlyList<AddressPart> parts, int most, int within)
    {
        var whole = parts.Sum(Weight);
        if (whole <= 0) return [];
        var trails = Follow(parts, within).Where(trail => trail.Node >= 0 && trail.Gain / whole >= Least && tree.IsWithin(trail.Node, within)).ToList();
        var best = trails.Select(trail => trail.Gain).DefaultIfEmpty().Max();
        return [.. trails.Where(trail => trail.Gain >= best * Near).OrderByDescending(trail => trail.Gain).DistinctBy(trail => trail.Node).Take(most).Select(trail =>
            new AddressCandidate(tree.Id(trail.Node), tree.Level(trail.Node), tree.Address(trail.Node), tree.Position(trail.Node), tree.DivisionAbove(trail.Node), trail.Gain / whole, trail.Reasons()))];
    }

    /// <summary>All places that the levels may lead to, best first. Names that have nothing to do with the division are not looked at.</summary>
    public List<Trail> Follow(IReadOnlyList<AddressPart> parts, int within)
    {
        List<Trail> trails = [Trail.Start], found = [];
        foreach (var part in parts)
        {
            if (Weight(part) == 0) continue;
            found.Clear();
            if (part.Level.IsNamed()) FollowName(part, trails, found, within);
            else FollowNumber(part, trails, found);
            found.Sort((one, other) => other.Gain.CompareTo(one.Gain));
            if (found.Count > Beam) found.RemoveRange(Beam, found.Count - Beam);
            (trails, found) = (found, trails);
        }
        return trails;
    }

    private void FollowName(AddressPart part, List<Trail> trails, List<Trail> found, int within)
    {
        var seen = new HashSet<int>();
        var weight = Weight(part);
        var hits = part.Wider is { } wider ? names.Find(part.Value, part.Level).Concat(names.FindSimilar(wider, part.Level)) : names.Find(part.Value, part.Level);
        var named = hits.SelectMany(hit => hit.Entry.Nodes.Select(node => (Node: node, hit.How, Gain: weight * hit.Fit)))
            .Where(hit => tree.IsWithin(hit.Node, within) || tree.IsWithin(within, hit.Node)).Take(MostNamed).ToList();
        foreach (var trail in trails)
        {
            found.Add(trail.Miss(part, named.Count > 0 ? MatchKind.Contradicts : MatchKind.NotFound));
            foreach (var (node, how, gain) in named)
                if (tree.IsWithin(node, trail.Node) && seen.Add(node)) found.Add(trail.Step(part, node, tree.Text(node), how, gain));
                else if (trail.Node > node && tree.IsWithin(trail.Node, node)) found.Add(trail.Step(part, trail.Node, tree.Text(node), how, gain));
        }
        // Where it lies outside of all that was said before, what was said before is held against it.
        foreach (var (node, how, gain) in named)
            if (seen.Add(node)) found.Add(trails[0].Leave(tree, node).Step(part, node, tree.Text(node), how, gain));
    }

    private void FollowNumber(AddressPart part, List<Trail> trails, List<Trail> found)
    {
        var below = new List<int>();
        foreach (var trail in trails)
        {
            below.Clear();
            if (trail.Node >= 0) tree.Find(trail.Node, part.Level, part.Value, below, Beam);
            if (below.Count == 0) found.Add(trail.Miss(part, MatchKind.NotFound));
            foreach (var node in below) found.Add(trail.Step(part, node, tree.Text(node), MatchKind.Exact, Weight(part)));
        }
    }

    /// <summary>How much a level tells. A bare name that may be none tells less; what the library does not keep tells nothing.</summary>
    private float Weight(AddressPart part) => part.Certainty * part.Level switch
    {
        AddressLevel.Province or AddressLevel.City or AddressLevel.District or AddressLevel.Street or AddressLevel.Grid when !tree.Has(part.Level) => 0,
        AddressLevel.Province or AddressLevel.City or AddressLevel.District or AddressLevel.Grid => 0.5f,
        AddressLevel.Street or AddressLevel.Phase => 1,
        AddressLevel.Community or AddressLevel.Unit or AddressLevel.Crossing => 1.5f,
        AddressLevel.Floor => 0,
        AddressLevel.Village or AddressLevel.Road => 2,
        AddressLevel.Estate => 3,
        _ => 2.5f,
    };
}
