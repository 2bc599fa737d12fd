using Linli.Addresses;
using Linli.Geo;

namespace Linli.Contracts.Addresses;

/// <summary>
/// The standard addresses (标准地址). Matching and searching answer from memory, in well under a millisecond, and find nothing until all addresses
/// are loaded (<see cref="Ready"/>) or where the caller's divisions do not reach; looking up asks the database.
/// </summary>
public interface IAddresses
{
    /// <summary>Whether the addresses are in memory. After a start that takes some seconds for a million rooms.</summary>
    bool Ready { get; }

    /// <summary>Finds the addresses that a written text may mean.</summary>
    /// <param name="text">The text, which may say more than an address.</param>
    /// <param name="divisionPrefix">Only what lies in these divisions; empty for all.</param>
    /// <param name="most">How many choices to give at most.</param>
    /// <param name="deepest">The last level that is looked for: with <see cref="AddressLevel.Building"/> a room that nobody knows does not stand against its building.</param>
    AddressReading Match(string text, string divisionPrefix = "", int most = 5, AddressLevel deepest = AddressLevel.Room);

    /// <summary>The addresses that somebody who has typed this far may mean, best first.</summary>
    /// <param name="typed">A piece of a name, its initials in pinyin, or an address as far as it goes.</param>
    /// <param name="divisionPrefix">Only what lies in these divisions; empty for all.</param>
    /// <param name="most">How many to give at most.</param>
    /// <param name="deepest">The last level to give: buildings are no secret, units and rooms are for staff.</param>
    IReadOnlyList<AddressHit> Suggest(string typed, string divisionPrefix, int most, AddressLevel deepest = AddressLevel.Room);

    /// <summary>The valid buildings of all divisions that stand in a box, from memory; for a map that looks up its own by them, within its caller's.</summary>
    IEnumerable<PlacedBuilding> Standing(BoundingBox box);

    /// <summary>The address with a code, also one that is no longer valid; null when there is none.</summary>
    Task<Address?> FindAsync(string code, CancellationToken ct);

    /// <summary>Addresses by their keys, for lists; keys that are unknown are left out.</summary>
    Task<IReadOnlyDictionary<Guid, Address>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct);
}

/// <summary>A building and where it stands, or what it belongs to.</summary>
/// <param name="Id">Key of its address, the same for ever.</param>
/// <param name="At">WGS-84 degrees.</param>
public readonly record struct PlacedBuilding(Guid Id, LonLat At);

/// <summary>A standard address as it is searched in memory.</summary>
/// <param name="Id">Key, the same for ever.</param>
/// <param name="Level">Its level.</param>
/// <param name="Text">The whole address in its normal form: 临溪区东和街道翠湖社区东和大道12号翠湖花园3栋.</param>
/// <param name="DivisionCode">The grid that its position lies in; without a position the division it hangs below.</param>
/// <param name="Longitude">WGS-84 degrees, its own or those of the nearest address above; null if none is known.</param>
/// <param name="Latitude">WGS-84 degrees, as the longitude.</param>
public sealed record AddressHit(Guid Id, AddressLevel Level, string Text, string DivisionCode, double? Longitude, double? Latitude);

/// <summary>A standard address as it is stored.</summary>
/// <param name="Id">Key, the same for ever.</param>
/// <param name="Code">Its code; never changes.</param>
/// <param name="Level">Its level.</param>
/// <param name="Text">The whole address in its normal form.</param>
/// <param name="DivisionCode">The division that it lies in.</param>
/// <param name="Longitude">WGS-84 degrees, its own or those of the nearest address above; null if none is known.</param>
/// <param name="Latitude">WGS-84 degrees, as the longitude.</param>
/// <param name="Valid">Whether it and all above it are valid today.</param>
public sealed record Address(Guid Id, string Code, AddressLevel Level, string Text, string DivisionCode, double? Longitude, double? Latitude, bool Valid);

/// <summary>What a text was matched to.</summary>
/// <param name="Written">What was read as an address down to the building, in its normal form, for <see cref="AddressUnmatched"/>; null when the text names none.</param>
/// <param name="Best">The one address that is meant; null when nothing fits well or several fit alike: then a person decides.</param>
/// <param name="Choices">What fits best, best first.</param>
public sealed record AddressReading(string? Written, AddressChoice? Best, IReadOnlyList<AddressChoice> Choices);

/// <summary>An address that a text may mean.</summary>
/// <param name="Address">The address, never farther down than the text goes.</param>
/// <param name="Score">From 0 to 1: the share of what is written that fits.</param>
/// <param name="Reasons">What each written level said.</param>
public sealed record AddressChoice(AddressHit Address, double Score, IReadOnlyList<MatchReason> Reasons)
{
    /// <summary>Whether everything that is written was found.</summary>
    public bool IsComplete => Reasons.All(reason => reason.Kind is not (MatchKind.NotFound or MatchKind.Contradicts));
}
