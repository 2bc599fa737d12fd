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

    /// <summary>A part of a split case is neither split, merged nor taken up again by itself; the whole is.</summary>
    public static readonly Problem PartOfWhole = new("cases.part-of-whole", 409);

    /// <summary>The case was passed to a desk above or below.</summary>
    public static readonly Problem AtAnotherDesk = new("cases.at-another-desk", 409);

    /// <summary>A consultation is open.</summary>
    public static readonly Problem ConsultationOpen = new("cases.consultation-open", 409);

    /// <summary>No consultation is open.</summary>
    public static readonly Problem NoConsultation = new("cases.no-consultation", 409);

    /// <summary>A desk on the way from the district to the place of the case, other than the one that has it.</summary>
    public static readonly Problem UnknownDesk = Problem.Invalid("desk", "cases.unknown-desk");

    /// <summary>What was settled on the spot is shown by a photo.</summary>
    public static readonly Problem PhotoMissing = Problem.Invalid("photos", "cases.photo-missing");

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

    /// <summary>A version of a model so old that only its figures were kept.</summary>
    public static readonly Problem ModelNotKept = new("cases.model-not-kept", 409);

    /// <summary>The reporter wants no messages by that way.</summary>
    public static readonly Problem OptedOut = new("cases.opted-out", 409);

    /// <summary>A confirmed upload is not mapped again.</summary>
    public static readonly Problem UploadConfirmed = new("cases.upload-confirmed", 409);

    /// <summary>Somebody has changed since what a revision changes; its table is drafted again.</summary>
    public static readonly Problem ListMoved = new("cases.list-moved", 409);

    /// <summary>The key of a call is taken by another clerk's.</summary>
    public static readonly Problem CallOnRecord = new("cases.call-on-record", 409);

    /// <summary>A case has one supervisor at a time.</summary>
    public static readonly Problem SupervisedAlready = new("cases.supervised-already", 409);

    /// <summary>Nobody supervises the case.</summary>
    public static readonly Problem NotSupervised = new("cases.not-supervised", 409);

    /// <summary>Only somebody of the addressed unit receives and answers a letter.</summary>
    public static readonly Problem NotYourLetter = new("cases.not-your-letter", 403);

    /// <summary>A letter is answered once.</summary>
    public static readonly Problem LetterAnswered = new("cases.letter-answered", 409);

    /// <summary>No reporter waits to be called.</summary>
    public static readonly Problem NobodyToCall = new("cases.nobody-to-call", 404);

    /// <summary>Somebody else calls, or the time to do so is over.</summary>
    public static readonly Problem NotYourCall = new("cases.not-your-call", 409);

    /// <summary>A unit appeals once after each closing.</summary>
    public static readonly Problem AppealedAlready = new("cases.appealed-already", 409);

    /// <summary>The days for an appeal are over.</summary>
    public static readonly Problem AppealTooLate = new("cases.appeal-too-late", 409);

    /// <summary>An appeal is decided by somebody else than who asks.</summary>
    public static readonly Problem OwnAppeal = new("cases.own-appeal", 403);

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
