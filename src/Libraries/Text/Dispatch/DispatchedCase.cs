namespace Linli.Text;

/// <summary>One case of the past and the unit that settled it.</summary>
public sealed record DispatchedCase(DispatchFacts Facts, string Unit);
