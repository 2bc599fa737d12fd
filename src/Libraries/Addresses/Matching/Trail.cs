namespace Linli.Addresses;

/// <summary>A place in the tree and how the written levels led there. Trails share what they have in common.</summary>
internal sealed record Trail(Trail? Before, int Node, float Gain, float Gained, MatchReason? Reason)
{
    public static readonly Trail Start = new(null, AddressLibraryBuilder.Top, 0, 0, null);

    public Trail Step(AddressPart part, int node, string found, MatchKind how, float gained) => new(this, node, Gain + gained, gained, new(part.Level, how, part.Value, found));

    public Trail Miss(AddressPart part, MatchKind why) => new(this, Node, Gain, 0, new(part.Level, why, part.Value, null));

    /// <summary>The same trail as it looks from another place: what that place does not lie in is held against it.</summary>
    public Trail Leave(AddressTree tree, int node)
    {
        if (Before is null || Reason is null) return this;
        var before = Before.Leave(tree, node);
        return Reason.Found is null || tree.IsWithin(node, Node)
            ? this with { Before = before, Gain = before.Gain + Gained }
            : this with { Before = before, Gain = before.Gain, Gained = 0, Reason = Reason with { Kind = MatchKind.Contradicts } };
    }

    public IReadOnlyList<MatchReason> Reasons()
    {
        var reasons = new List<MatchReason>(8);
        for (var trail = this; trail.Before is not null; trail = trail.Before) reasons.Add(trail.Reason!);
        reasons.Reverse();
        return reasons;
    }
}
