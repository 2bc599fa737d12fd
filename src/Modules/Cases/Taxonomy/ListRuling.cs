namespace Linli.Cases.Taxonomy;

/// <summary>What the responsibility list says of a case, and how it comes to it.</summary>
/// <param name="Facts">What it looked at.</param>
/// <param name="Considered">All entries for the category or a branch above it, in the division or one around it; the most specific first.</param>
internal sealed record ListRuling(RoutingFacts Facts, IReadOnlyList<ConsideredEntry> Considered)
{
    /// <summary>The entry that speaks; null where the list is silent.</summary>
    public Responsibility? Entry { get; } = Considered.FirstOrDefault(c => c.Standing is Standing.Speaks)?.Entry;
}

/// <summary>An entry that was considered.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Standing">Why it spoke, did not apply, or lost against the one that spoke.</param>
internal sealed record ConsideredEntry(Responsibility Entry, Standing Standing);

/// <summary>How an entry stands towards a case.</summary>
internal enum Standing
{
    /// <summary>It is the most specific that applies.</summary>
    Speaks,

    /// <summary>Does not apply: an extra question was answered otherwise, or not at all.</summary>
    OtherAnswer,

    /// <summary>Does not apply: the case is less grave.</summary>
    LessGrave,

    /// <summary>Does not apply: the case came by another channel.</summary>
    OtherChannel,

    /// <summary>Does not apply: it was reported at another time.</summary>
    OtherTime,

    /// <summary>Lost to an entry for a category further down.</summary>
    WiderCategory,

    /// <summary>Lost to an entry for a smaller division.</summary>
    WiderDivision,

    /// <summary>Lost to an entry with more conditions.</summary>
    FewerConditions,

    /// <summary>Lost to an entry whose condition goes before, or which is newer.</summary>
    LowerRank,
}
