using System.Text;
using Linli.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Ui;

/// <summary>How a browser likes to read: language, size of type and what is open of the navigation, kept in cookies.</summary>
internal static class Preference
{
    public const string Path = "/preferences";
    private const string Large = "linli-large", Groups = "linli-nav";

    public static bool LargeType(HttpContext? context) => context?.Request.Cookies.ContainsKey(Large) is true;

    /// <summary>Groups of the navigation that stand open, as the script wrote down; null where none was opened or closed yet.</summary>
    public static IReadOnlySet<NavigationGroup>? OpenGroups(HttpContext? context) =>
        context?.Request.Cookies[Groups]?.Split('.').Select(name => Enum.TryParse(name, out NavigationGroup group) ? group : NavigationGroup.Work).ToHashSet();

    public static RedirectHttpResult Post(HttpContext context, [FromForm] string? language, [FromForm] bool? large, [FromForm] string? back)
    {
        var (cookies, kept) = (context.Response.Cookies, new CookieOptions { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });
        if (language is "zh-CN" or "en")
            cookies.Append(CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new(language)), kept);
        if (large is true) cookies.Append(Large, "1", kept);
        if (large is false) cookies.Delete(Large);
        return TypedResults.LocalRedirect(RedirectHttpResult.IsLocalUrl(back) && Ascii.IsValid(back) ? back! : "/");
    }
}
