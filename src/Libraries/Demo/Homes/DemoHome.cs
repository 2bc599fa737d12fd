namespace Linli.Demo;

/// <summary>A room that somebody lives in, or nobody.</summary>
/// <param name="Estate">The estate.</param>
/// <param name="Address">Community, road, number, estate, building and room.</param>
/// <param name="Room">What stands on its door: building, unit and room.</param>
/// <param name="At">The gate of the estate.</param>
/// <param name="Use"><c>owned</c>, <c>rented</c> or <c>empty</c>.</param>
/// <param name="Area">Floor area in square metres.</param>
/// <param name="People">Who lives there, the head of the household first.</param>
public sealed record DemoHome(DemoEstate Estate, string Address, string Room, DemoPoint At, string Use, int Area, IReadOnlyList<DemoPerson> People);

/// <summary>An invented person.</summary>
/// <param name="Name">Name.</param>
/// <param name="IdNumber">A number of the invented district 990101, with a right check character.</param>
/// <param name="Phone">A number that no operator has; null for children and some of the old.</param>
/// <param name="Female">Sex.</param>
/// <param name="Born">Date of birth.</param>
/// <param name="Local">Whether registered here.</param>
public sealed record DemoPerson(string Name, string IdNumber, string? Phone, bool Female, DateOnly Born, bool Local);

/// <summary>A shop or firm on the ground floor.</summary>
/// <param name="Estate">The estate that it belongs to.</param>
/// <param name="Name">Its name.</param>
/// <param name="CreditCode">A code of the invented district, with a right check character.</param>
/// <param name="Trade"><c>food</c>, <c>retail</c>, <c>service</c> or <c>office</c>.</param>
/// <param name="Address">Road and number.</param>
/// <param name="At">The gate of the estate.</param>
/// <param name="Staff">How many work there.</param>
/// <param name="Head">Who runs it.</param>
/// <param name="Phone">Their number.</param>
public sealed record DemoShop(DemoEstate Estate, string Name, string CreditCode, string Trade, string Address, DemoPoint At, int Staff, string Head, string Phone);

/// <summary>A thing that the city has put up beside an estate.</summary>
/// <param name="Estate">The estate.</param>
/// <param name="Code">Its code; no two have the same.</param>
/// <param name="Kind"><c>lamp</c>, <c>manhole</c>, <c>hydrant</c>, <c>tree</c>, <c>bin</c> or <c>sign</c>.</param>
/// <param name="Damaged">Whether it is.</param>
/// <param name="Address">Road and number.</param>
/// <param name="At">Where it stands.</param>
public sealed record DemoFixture(DemoEstate Estate, string Code, string Kind, bool Damaged, string Address, DemoPoint At);
