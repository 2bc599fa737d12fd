namespace Linli.Contracts.Addresses;

/// <summary>Somebody wrote what looks like an address and is none that is known: a clerk shall look at it.</summary>
/// <param name="Text">The address and nothing else: <see cref="AddressReading.Written"/>, never the whole text, which may name a person.</param>
/// <param name="DivisionCode">Where it should be, as far as known.</param>
/// <param name="Source">Where it was written, <c>module/what</c>, e.g. <c>cases/web</c>.</param>
public sealed record AddressUnmatched(string Text, string DivisionCode, string Source) : IEvent
{
    /// <inheritdoc/>
    public static string Name => "addresses.unmatched.v1";
}
