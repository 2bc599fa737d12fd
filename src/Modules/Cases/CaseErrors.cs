using Linli.Platform.Problems;

namespace Linli.Cases;

/// <summary>Refusals of this module.</summary>
internal static class CaseErrors
{
    /// <summary>The case's state does not allow it.</summary>
    public static readonly Problem NotNow = new("cases.not-now", 409);

    /// <summary>Only the unit that has the case may do this.</summary>
    public static readonly Problem NotYourUnit = new("cases.not-your-unit", 403);

    /// <summary>Who handled a case cannot verify it.</summary>
    public static readonly Problem OwnWork = new("cases.own-work", 409);

    /// <summary>Ten days have passed since the case was closed.</summary>
    public static readonly Problem TooLate = new("cases.too-late", 409);

    /// <summary>A case is rated once after each closing.</summary>
    public static readonly Problem AlreadyRated = new("cases.already-rated", 409);

    public static readonly Problem UnknownUnit = Problem.Invalid("unitId", "cases.unknown-unit");
    public static readonly Problem UnknownCategory = Problem.Invalid("categoryCode", "cases.unknown-category");
    public static readonly Problem UnknownDivision = Problem.Invalid("divisionCode", "cases.unknown-division");

    /// <summary>Somebody was faster: what the case is now, and what happened since the caller looked.</summary>
    public static Problem Stale(Case now, IEnumerable<object> since) =>
        Problem.Stale with { Extensions = new Dictionary<string, object?> { ["version"] = now.Version, ["status"] = now.Status, ["since"] = since } };
}
