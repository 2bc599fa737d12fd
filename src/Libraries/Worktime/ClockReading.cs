namespace Linli.Worktime;

/// <summary>What a clock shows at one moment.</summary>
/// <param name="Due">When the limit runs out, in UTC; null while a pause is open.</param>
/// <param name="Used">How much of the unit has gone, pauses not counted; more than the limit when overdue.</param>
/// <param name="Remaining">What is left; zero when overdue.</param>
/// <param name="Fraction">Used / (limit + extension): 1 at the deadline.</param>
/// <param name="Paused">Whether the clock stands still at the moment.</param>
/// <param name="Overdue">Whether the deadline has passed.</param>
public sealed record ClockReading(DateTimeOffset? Due, Limit Used, Limit Remaining, double Fraction, bool Paused, bool Overdue);
