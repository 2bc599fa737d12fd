using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Linli.Platform.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Linli.Platform.Web;

/// <summary>
/// How many requests one address may make. Behind a proxy, name it in <c>Linli:TrustedProxies</c>, or all residents share its address.
/// A program with a good API key is known by its key wherever it calls from, and is no stranger to the narrower limits.
/// </summary>
public static class RateLimits
{
    /// <summary>Policy of what strangers write: reports, ratings.</summary>
    public const string PublicWrite = "public-write";

    /// <summary>Policy of signing in and of one-time codes.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Policy of look-ups as one types.</summary>
    public const string Lookup = "lookup";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    internal static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<LinliOptions>>((limiter, settings) =>
        {
            var limits = settings.Value.Limits;
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = TellWhenAsync;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => PerMinute(KeyOf(http) ?? AddressOf(http), limits.Requests));
            limiter.AddPolicy(PublicWrite, http => Writing(http, limits.PublicWrites));
            limiter.AddPolicy(SignIn, http => Writing(http, limits.SignIns));
            limiter.AddPolicy(Lookup, http => Strangers(http, limits.Lookups));
        });
        return services;
    }

    /// <summary>A page that writes is also read, and reading it is free.</summary>
    private static RateLimitPartition<string> Writing(HttpContext http, int perMinute) =>
        HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) ? RateLimitPartition.GetNoLimiter("") : Strangers(http, perMinute);

    private static RateLimitPartition<string> Strangers(HttpContext http, int perMinute) =>
        KeyOf(http) is null ? PerMinute(AddressOf(http), perMinute) : RateLimitPartition.GetNoLimiter("");

    private static string? KeyOf(HttpContext http) =>
        http.User.FindFirstValue(AccessClaims.Kind) == nameof(ActorKind.ApiKey) ? "key/" + http.User.FindFirstValue(AccessClaims.Id) : null;

    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    private static RateLimitPartition<string> PerMinute(string caller, int perMinute) =>
        RateLimitPartition.GetSlidingWindowLimiter(caller, _ => new()
        {
            PermitLimit = perMinute,
            Window = Window,
            SegmentsPerWindow = 6,
        });

    private static ValueTask TellWhenAsync(OnRejectedContext context, CancellationToken ct)
    {
        if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
            context.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(after.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}

/// <summary>Requests a minute from one address; of programs, with one API key.</summary>
public sealed class RateLimitOptions
{
    /// <summary>Of any kind.</summary>
    public int Requests { get; set; } = 1200;

    /// <summary>Reports and ratings by strangers.</summary>
    public int PublicWrites { get; set; } = 20;

    /// <summary>Sign-ins and one-time codes.</summary>
    public int SignIns { get; set; } = 10;

    /// <summary>Look-ups as one types.</summary>
    public int Lookups { get; set; } = 240;
}
