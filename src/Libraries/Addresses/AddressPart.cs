namespace Linli.Addresses;

/// <summary>One level found in a written address.</summary>
/// <param name="Level">Which level.</param>
/// <param name="Value">A name in half-width capitals (东和大道), or a number in Arabic digits without its word (502, 12-1, A).</param>
/// <param name="Span">Where it stands in the text, with its word.</param>
/// <param name="Sign">The word that gave the level away: 栋, 大道, -; empty for a bare name or number.</param>
/// <param name="Certainty">From 0 to 1: how often such a sign means this level.</param>
public sealed record AddressPart(AddressLevel Level, string Value, Range Span, string Sign, float Certainty)
{
    /// <summary>A name with the unread characters right before it: a slip there may have cut it short (源悦溪苑 for 桃源悦溪苑).</summary>
    internal string? Wider { get; init; }
}
