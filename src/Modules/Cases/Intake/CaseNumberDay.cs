namespace Linli.Cases.Intake;

/// <summary>How far the case numbers of a day are given out.</summary>
internal sealed class CaseNumberDay
{
    public required string Day { get; init; }
    public required int Last { get; init; }
}
