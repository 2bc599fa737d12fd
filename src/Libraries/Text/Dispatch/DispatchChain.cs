namespace Linli.Text;

/// <summary>
/// One way of asking history: sets of cases from wide to narrow, in which what happened near in time weighs more,
/// for duties change over the year and reports of one walk through a street come in one after the other.
/// </summary>
/// <param name="Levels">What the sets share with the new case, widest first.</param>
/// <param name="Near">Days after which a case weighs clearly less.</param>
/// <param name="Slowly">Whether its weight falls with the root of the time, 1 / √(1 + days / Near), and not with the time itself.</param>
/// <param name="Pull">The weight of everything wider.</param>
internal sealed record DispatchChain(DispatchLikeness[] Levels, float Near, bool Slowly, float Pull)
{
    /// <summary>Who settles such things here.</summary>
    public static readonly DispatchChain ByKind = new(
        [
            DispatchLikeness.EventType, DispatchLikeness.MainType, DispatchLikeness.MainTypeAndStreet, DispatchLikeness.SubType,
            DispatchLikeness.SubTypeAndStreet, DispatchLikeness.SubTypeStreetAndSource, DispatchLikeness.SubTypeCommunityAndSource,
        ],
        Near: 0.2f, Slowly: true, Pull: 0.5f);

    /// <summary>Who is at work hereabouts just now.</summary>
    public static readonly DispatchChain ByPlace = new(
        [DispatchLikeness.Street, DispatchLikeness.Community], Near: 0.3f, Slowly: false, Pull: 0.1f);

    /// <summary>Both; the values above were found by cross-validation on 8,000 events and are flat.</summary>
    public static readonly DispatchChain[] All = [ByKind, ByPlace];

    /// <summary>The weight of a case of the past, so many days away.</summary>
    public float Weight(float days) => Slowly ? 1 / MathF.Sqrt(1 + days / Near) : 1 / (1 + days / Near);
}
