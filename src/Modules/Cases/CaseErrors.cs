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

    /// <summary>Nobody has named a unit, and neither the list nor history suggests one.</summary>
    public static readonly Problem NoUnitSuggested = new("cases.no-unit-suggested", 409);

    /// <summary>Who handled a case cannot verify it.</summary>
    public static readonly Problem OwnWork = new("cases.own-work", 409);

    /// <summary>An assisting unit has not finished its part.</summary>
    public static readonly Problem PartsOpen = new("cases.parts-open", 409);

    /// <summary>The unit has asked for leave already and waits for an answer.</summary>
    public static readonly Problem AlreadyAsked = new("cases.already-asked", 409);

    /// <summary>Nobody has asked for anything.</summary>
    public static readonly Problem NothingAsked = new("cases.nothing-asked", 409);

    /// <summary>More time was granted as often as may be.</summary>
    public static readonly Problem ExtendedEnough = new("cases.extended-enough", 409);

    /// <summary>Returned twice: a meeting decides whose it is.</summary>
    public static readonly Problem CoordinateFirst = new("cases.coordinate-first", 409);

    /// <summary>A meeting has ruled whose it is; it cannot be returned again.</summary>
    public static readonly Problem Ruled = new("cases.ruled", 409);

    /// <summary>Other cases have been merged into it, so it cannot follow another.</summary>
    public static readonly Problem LeadsOthers = new("cases.leads-others", 409);

    /// <summary>An answer is reviewed by somebody other than its writer.</summary>
    public static readonly Problem OwnAnswer = new("cases.own-answer", 403);

    /// <summary>Ten days have passed since the case was closed.</summary>
    public static readonly Problem TooLate = new("cases.too-late", 409);

    /// <summary>A case is rated once after each closing.</summary>
    public static readonly Problem AlreadyRated = new("cases.already-rated", 409);

    /// <summary>A suspension ends after today, and within <see cref="Case.LongestSuspension"/>.</summary>
    public static readonly Problem SuspensionTooLong = Problem.Invalid("until", "cases.suspension-too-long");

    /// <summary>An extension is at most as long as the limit was.</summary>
    public static readonly Problem ExtensionTooLong = Problem.Invalid("amount", "cases.extension-too-long");
    public static readonly Problem OwnUnitProposed = Problem.Invalid("unitId", "cases.own-unit-proposed");
    public static readonly Problem HasPartAlready = Problem.Invalid("unitIds", "cases.has-part-already");
    /// <summary>The case to merge with is not there, not in scope, or the same.</summary>
    public static readonly Problem NoSuchCase = Problem.Invalid("with", "cases.no-such-case");
    /// <summary>The channel is closed: it takes no new cases.</summary>
    public static readonly Problem ChannelInactive = new("cases.channel-inactive", 409);

    /// <summary>The key names a case that somebody else sent and the caller does not see.</summary>
    public static readonly Problem ExternalIdTaken = new("cases.external-id-taken", 409);

    /// <summary>The key of a channel is missing or wrong, or there is no such channel.</summary>
    public static readonly Problem BadChannelKey = new("cases.bad-channel-key", 401);

    /// <summary>The message of a channel is no JSON.</summary>
    public static readonly Problem PayloadNotJson = new("cases.payload-not-json", 400);

    /// <summary>A dead letter that was replayed or discarded stays so.</summary>
    public static readonly Problem LetterSettled = new("cases.letter-settled", 409);

    /// <summary>A confirmed upload is not mapped again.</summary>
    public static readonly Problem UploadConfirmed = new("cases.upload-confirmed", 409);

    public static readonly Problem UnknownChannel = Problem.Invalid("channel", "cases.unknown-channel");
    public static readonly Problem UnknownUnit = Problem.Invalid("unitId", "cases.unknown-unit");
    public static readonly Problem UnknownCategory = Problem.Invalid("categoryCode", "cases.unknown-category");
    public static readonly Problem UnknownDivision = Problem.Invalid("divisionCode", "cases.unknown-division");

    /// <summary>An answer calls for something else before anybody reads a report: the words to follow are the extension <see cref="Words"/>.</summary>
    public static Problem Stopped(string question, string words) => Stop with { Extensions = new Dictionary<string, object?> { ["question"] = question, [Words] = words } };
    public static readonly Problem Stop = new("cases.stop", 422);
    public const string Words = "words";

    /// <summary>Another question is asked only after an answer to this one.</summary>
    public static readonly Problem QuestionNeeded = new("cases.question-needed", 409);

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
