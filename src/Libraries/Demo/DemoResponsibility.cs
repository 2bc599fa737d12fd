namespace Linli.Demo;

/// <summary>
/// An entry of the responsibility list (职责清单): who settles what, where, by when.
/// Of the entries that fit a case, the one with the longest category code wins, then the longest division code.
/// </summary>
/// <param name="CategoryCode">A node of the taxonomy; it speaks for all leaves below.</param>
/// <param name="DivisionCode">The division that it speaks for.</param>
/// <param name="UnitCode">Lead unit (主办).</param>
/// <param name="Accept">Limit to accept, from the report.</param>
/// <param name="Dispatch">Limit to dispatch, from acceptance.</param>
/// <param name="Handle">Limit to handle, from dispatch.</param>
/// <param name="Standard">What handled means, in Chinese.</param>
/// <param name="LegalBasis">Law, with the article where one says it plainly.</param>
public sealed record DemoResponsibility(
    string CategoryCode, string DivisionCode, string UnitCode,
    DemoLimit Accept, DemoLimit Dispatch, DemoLimit Handle, string Standard, string LegalBasis);
