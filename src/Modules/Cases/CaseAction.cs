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
    Handle,
    Verify,
    FailVerification,
    Reply,
    Close,
    Reopen,
    Rate,
    Alert,
}
