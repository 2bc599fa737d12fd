namespace Linli.Worktime;

/// <summary>The instant, in UTC, at which a share of the limit is used up.</summary>
public readonly record struct Alert(int Percent, DateTimeOffset At);
