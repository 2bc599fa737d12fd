namespace Linli.Contracts.Cases;

/// <summary>Something was done to a case.</summary>
/// <param name="CaseId">Key.</param>
/// <param name="Number">Case number.</param>
/// <param name="Action">What: accept, decline, dispatch, take, progress, handle, verify, failVerification, reply, close, reopen, rate, reclassify, relocate, alert.</param>
/// <param name="Status">State after it.</param>
/// <param name="DivisionCode">Where.</param>
/// <param name="UnitId">The unit that has it.</param>
/// <param name="Version">Version after it.</param>
/// <param name="At">When.</param>
public sealed record CaseMoved(Guid CaseId, string Number, string Action, string Status, string DivisionCode, Guid? UnitId, int Version, DateTimeOffset At) : IEvent
{
    /// <inheritdoc/>
    public static string Name => "cases.case-moved.v1";
}
