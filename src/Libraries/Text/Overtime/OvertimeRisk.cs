namespace Linli.Text;

/// <summary>How likely a case is to be settled too late.</summary>
/// <param name="Probability">0 to 1.</param>
/// <param name="Reasons">What speaks for it most, at most three; empty when nothing does.</param>
public sealed record OvertimeRisk(double Probability, IReadOnlyList<OvertimeReason> Reasons);

/// <summary>A fact that makes it likelier that a case is late: “该单位同类 20 件，其中 12 件超期”. Words are made of it where the language is known.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Cases">How many cases of the past share it; 0 for load and time, which are shared by none in particular.</param>
/// <param name="Late">How many of them were late.</param>
public sealed record OvertimeReason(OvertimeFact Fact, int Cases, int Late);

/// <summary>What may speak for or against a case being late.</summary>
public enum OvertimeFact
{
    /// <summary>The unit that has it.</summary>
    Unit,

    /// <summary>The unit and the category together.</summary>
    UnitAndKind,

    /// <summary>The category.</summary>
    Kind,

    /// <summary>Street or community.</summary>
    Place,

    /// <summary>The channel it came by.</summary>
    Channel,

    /// <summary>How much the unit was given lately.</summary>
    Load,

    /// <summary>Hour, weekday and season.</summary>
    Time,
}
