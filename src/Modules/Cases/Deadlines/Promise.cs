using Linli.Worktime;

namespace Linli.Cases.Deadlines;

/// <summary>What was promised when the case was filed; later edits of the responsibility list do not rewrite it.</summary>
/// <param name="Accept">Limit from the report to acceptance.</param>
/// <param name="Dispatch">Limit from acceptance to dispatch.</param>
/// <param name="Handle">Limit from dispatch to the handled report.</param>
/// <param name="Standard">When it counts as handled.</param>
/// <param name="LegalBasis">The law or rule behind it.</param>
internal sealed record Promise(Limit Accept, Limit Dispatch, Limit Handle, string? Standard, string? LegalBasis)
{
    /// <summary>Where no entry of the list speaks: 2 working hours each to accept and to dispatch, 5 working days to handle.</summary>
    public static readonly Promise None = new(Limit.WorkingHours(2), Limit.WorkingHours(2), Limit.WorkingDays(5), null, null);

    /// <summary>Whether two promises have the same limits, whatever their words.</summary>
    public bool SameLimits(Promise other) => (Accept, Dispatch, Handle) == (other.Accept, other.Dispatch, other.Handle);
}
