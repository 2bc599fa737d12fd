namespace Linli.Worktime;

/// <summary>挂起: the clock stands still from one instant to another, or, while <paramref name="To"/> is null, until further notice.</summary>
public readonly record struct Pause(DateTimeOffset From, DateTimeOffset? To = null);
