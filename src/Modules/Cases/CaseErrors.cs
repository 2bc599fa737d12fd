using Linli.Platform.Problems;

namespace Linli.Cases;

/// <summary>Refusals of this module.</summary>
internal static class CaseErrors
{
    /// <summary>The case's state does not allow it.</summary>
    public static readonly Problem NotNow = new("cases.not-now", 409);

    /// <summary>Only the unit that has the case may do this.</summary>
    public static readonly Problem NotYourUnit = new("cases.not-your-unit", 403);

    /// <summary>Only who took the case may see who reported it.</summary>
    public static readonly Problem NotYourCase = new("cases.not-your-case", 403);

    /// <summary>Limits follow from the category, so it comes before the unit.</summary>
    public static readonly Problem NoCategoryYet = new("cases.no-category-yet", 409);

    /// <summary>Who handled a case cannot verify it.</summary>
    public static readonly Problem OwnWork = new("cases.own-work", 409);

    /// <summary>Ten days have passed since the case was closed.</summary>
    public static readonly Problem TooLate = new("cases.too-late", 409);

    /// <summary>A case is rated once after each closing.</summary>
    public static readonly Problem AlreadyRated = new("cases.already-rated", 409);

    public static readonly Problem UnknownUnit = Problem.Invalid("unitId", "cases.unknown-unit");
    public static readonly Problem UnknownCategory = Problem.Invalid("categoryCode", "cases.unknown-category");
    public static readonly Problem UnknownDivision = Problem.Invalid("divisionCode", "cases.unknown-division");

    /// <summary>The extension of a stale problem that tells what happened meanwhile.</summary>
    public const string Since = "since";

    /// <summary>Somebody was faster: what the case is now, and what happened since the caller looked.</summary>
    public static Problem Stale(Case now, IReadOnlyList<CaseChange> since) =>
        Problem.Stale with { Extensions = new Dictionary<string, object?> { ["version"] = now.Version, ["status"] = now.Status, [Since] = since } };
}

/// <summary>What somebody did meanwhile.</summary>
/// <param name="At">When.</param>
/// <param name="Action">What.</param>
/// <param name="ActorName">Who.</param>
/// <param name="Remark">What they wrote.</param>
internal sealed record CaseChange(DateTimeOffset At, CaseAction Action, string ActorName, string? Remark);
