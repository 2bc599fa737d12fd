using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Identity.Web;

/// <summary>Where to go after a sign-in. It comes from the address, so it is trusted only when it stays on this site.</summary>
internal static class ReturnPath
{
    public const string Name = "returnUrl";

    /// <summary>The wanted path when it is one of ours, otherwise <paramref name="otherwise"/>.</summary>
    public static string Safe(string? wanted, string otherwise) =>
        RedirectHttpResult.IsLocalUrl(wanted) && wanted![0] == '/' && Ascii.IsValid(wanted) ? wanted : otherwise;

    /// <summary>The path with the wanted one as its <c>returnUrl</c>.</summary>
    public static string Carry(string path, string? wanted) =>
        wanted is null ? path : path + QueryString.Create(Name, Safe(wanted, "/"));
}
