namespace Linli.Demo;

/// <summary>One level of a standard address: a road, a door number, an estate, a building, a unit or a room.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Parent">Code of what it lies below; null for a road, which lies in its community.</param>
/// <param name="Level"><c>Road</c>, <c>Number</c>, <c>Estate</c>, <c>Building</c>, <c>Unit</c> or <c>Room</c>.</param>
/// <param name="Name">A name whole, a number without its word.</param>
/// <param name="Estate">The estate that it belongs to; of a road or number the first one there.</param>
/// <param name="At">Where it lies; null where what it lies below tells that.</param>
public sealed record DemoAddress(string Code, string? Parent, string Level, string Name, DemoEstate Estate, DemoPoint? At = null);
