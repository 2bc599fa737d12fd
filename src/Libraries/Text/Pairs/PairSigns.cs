namespace Linli.Text;

/// <summary>What can be said about two texts in a few numbers, each the same whichever text comes first.</summary>
internal static class PairSigns
{
    public const int Count = 12;

    public static float[] Of(PairText one, PairText other)
    {
        var (characters, couples) = (PairBag.Compare(one.Characters, other.Characters), PairBag.Compare(one.Couples, other.Couples));
        return
        [
            characters.Cosine, couples.Cosine, characters.OfBoth, characters.OfShorter, couples.OfShorter,
            one.Order.Compare(other.Order), one.Order.LengthApart(other.Order),
            one.Words.AskedApart(other.Words), one.Words.DeniedApart(other.Words), one.Words.WrittenApart(other.Words),
            characters.LessApart / 10, characters.RarestApart,
        ];
    }
}
