namespace Linli.Contracts.Cases;

/// <summary>A case was filed.</summary>
/// <param name="CaseId">Key.</param>
/// <param name="Number">Case number.</param>
/// <param name="DivisionCode">Where, as far as known.</param>
/// <param name="CategoryCode">What, as far as known.</param>
/// <param name="UnitId">The suggested unit, as far as known.</param>
/// <param name="At">When.</param>
public sealed record CaseReceived(Guid CaseId, string Number, string DivisionCode, string? CategoryCode, Guid? UnitId, DateTimeOffset At) : IEvent
{
    /// <inheritdoc/>
    public static string Name => "cases.case-received.v1";
}
