using Linli.Identity.Sessions;

namespace Linli.Identity.Web;

/// <summary>Where a sign-in goes on.</summary>
internal static class SignInSteps
{
    public const string Code = "/sign-in/code", NewPassword = "/sign-in/new-password", Desk = "/desk";

    /// <summary>The next step of half a sign-in; after the last the page that was wanted.</summary>
    public static string After(SessionState state, string? returnUrl) => state switch
    {
        SessionState.SecondFactor => ReturnPath.Carry(Code, returnUrl),
        SessionState.NewPassword => ReturnPath.Carry(NewPassword, returnUrl),
        _ => ReturnPath.Safe(returnUrl, Desk),
    };
}
