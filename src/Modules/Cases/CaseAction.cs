namespace Linli.Cases;

/// <summary>What can be done to a case.</summary>
internal enum CaseAction
{
    Receive,
    Accept,
    Decline,
    Reclassify,
    Relocate,
    Dispatch,
    Take,
    Progress,
    AskSuspension,
    AskExtension,
    Grant,
    Refuse,
    Resume,
    Return,
    Insist,
    Coordinate,
    Rule,
    Assist,
    FinishPart,
    Urge,
    Handle,
    Verify,
    FailVerification,
    Reply,
    Close,
    Reopen,
    Rate,
    Alert,
}
