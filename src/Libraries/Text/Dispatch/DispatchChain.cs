namespace Linli.Text;

/// <summary>
/// One way of asking history: sets of cases from wide to narrow, in which what happened near in time weighs more,
/// for duties change over the year and reports of one walk through a street come in one after the other.
/// </summary>
/// <param name="Levels">What the sets share with the new case, widest first.</param>
/// <param name="Near">Days after which a case weighs clearly less.</param>
/// <param name="Fading">How fast its weight falls: (1 + days / Near) to the power of −Fading.</param>
/// <param name="Pull">The weight of everything wider.</param>
internal sealed record DispatchChain(DispatchLikeness[] Levels, float Near, float Fading, float Pull)
{
    /// <summary>Who settles such things here.</summary>
    public static readonly DispatchChain ByKind = new(
        [
            DispatchLikeness.District, DispatchLikeness.EventType, DispatchLikeness.MainType, DispatchLikeness.MainTypeAndStreet, DispatchLikeness.SubType,
            DispatchLikeness.SubTypeAndStreet, DispatchLikeness.SubTypeStreetAndSource, DispatchLikeness.SubTypeCommunityAndSource,
        ],
        Near: 0.2f, Fading: 0.5f, Pull: 0.5f);

    /// <summary>Who is at work hereabouts just now.</summary>
    public static readonly DispatchChain ByPlace = new(
        [DispatchLikeness.District, DispatchLikeness.Street, DispatchLikeness.Community], Near: 0.3f, Fading: 1, Pull: 0.1f);

    /// <summary>Both; the values above were found by cross-validation on 8,000 events and are flat.</summary>
    public static readonly DispatchChain[] All = [ByKind, ByPlace];

    /// <summary>The weight of a case of the past; where a time is not known all weigh alike.</summary>
    public float Weight(DateTime? past, DateTime? now)
        => past is { } then && now is { } here ? MathF.Pow(1 + MathF.Abs((float)(here - then).TotalDays) / Near, -Fading) : 1;
}
