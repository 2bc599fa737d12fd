namespace Linli.Contracts.Addresses;

/// <summary>
/// What a module keeps by address, told on the page of the address. Registered as a scoped service; it answers for the caller of the request
/// and says nothing that they may not see.
/// </summary>
public interface IAddressNotes
{
    /// <summary>What there is to say; nothing where there is nothing, or the caller may not know.</summary>
    Task<IReadOnlyList<AddressNote>> OfAsync(Address address, CancellationToken ct);
}

/// <summary>A line on the page of an address.</summary>
/// <param name="Label">What it is about, in the reader's language.</param>
/// <param name="Text">What there is, in the reader's language.</param>
/// <param name="Href">Where more of it stands, on this site.</param>
public sealed record AddressNote(string Label, string Text, string Href);
