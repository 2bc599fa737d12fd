namespace Linli.Demo;

/// <summary>Somebody in the team of a grid who has no account.</summary>
/// <param name="GridCode">The grid.</param>
/// <param name="Role">Such as <c>Secretary</c>, <c>Doctor</c> or <c>Volunteer</c>.</param>
/// <param name="Name">Invented Chinese name.</param>
/// <param name="Phone">Invented, begins with 100.</param>
/// <param name="Hours">When they are on duty, as office hours are written; null for volunteers.</param>
public sealed record DemoTeamMember(string GridCode, string Role, string Name, string Phone, string? Hours);
