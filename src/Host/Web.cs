using System.Globalization;
using Linli.Platform;
using Linli.Platform.Live;
using Linli.Platform.Web;
using Linli.Ui;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Linli.Host;

/// <summary>The web side of the program, in the order a request meets it.</summary>
internal static class Web
{
    private const long MaxUpload = 64 << 20;   // several photos at once; the API takes less, see ApiGroup

    public static void AddWeb(this IServiceCollection services)
    {
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxUpload;
        });
        services.AddRazorComponents();
        services.AddAntiforgery();
        services.AddCascadingAuthenticationState();
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.AddProblemDetails();
        services.AddApiDocument();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            CultureInfo[] cultures = [new("zh-CN"), new("en")];
            options.DefaultRequestCulture = new RequestCulture(cultures[0]);
            (options.SupportedCultures, options.SupportedUICultures) = (cultures, cultures);
        });
    }

    public static void UseWeb(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseRequestLocalization();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseProblemAnswers();
        app.UseAuthentication();
        app.UseRateLimiter();   // it knows programs by their keys
        app.UseAuthorization();
        app.UseReaderMemory();
        app.UseReadableQueries();
        app.UseBlankKeys();
        app.UseAntiforgery();
        app.UseGoneForms();
        app.MapOpenApi().AllowAnonymous();
        foreach (var module in app.Services.GetRequiredService<IReadOnlyList<Module>>()) module.MapEndpoints(app);
        app.MapRazorComponents<App>().AddAdditionalAssemblies([.. Pages.Assemblies]);
    }
}
