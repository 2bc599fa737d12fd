namespace Linli.Text;

/// <summary>What is known of a case when it goes out: nothing that happens to it later.</summary>
/// <param name="Case">Kind, place, channel, time.</param>
/// <param name="Unit">The unit it goes to; empty when not known.</param>
public sealed record OvertimeFacts(DispatchFacts Case, string Unit);

/// <summary>One case of the past and whether it was settled too late.</summary>
public sealed record OvertimeCase(OvertimeFacts Facts, bool Late);
