namespace Linli.Demo;

/// <summary>A named place for the address search.</summary>
/// <param name="Name">Unique Chinese name.</param>
/// <param name="Kind"><c>estate</c>, <c>landmark</c> or <c>junction</c>.</param>
/// <param name="Address">Street, community, road and number.</param>
/// <param name="Road">The road of the address.</param>
/// <param name="Number">The door number there.</param>
/// <param name="At">A point inside its grid.</param>
/// <param name="GridCode">The grid that it lies in.</param>
public sealed record DemoPlace(string Name, string Kind, string Address, string Road, int Number, DemoPoint At, string GridCode);
