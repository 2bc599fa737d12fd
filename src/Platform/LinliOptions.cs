using System.ComponentModel.DataAnnotations;
using Linli.Platform.Web;

namespace Linli.Platform;

/// <summary>The settings of an installation (section <c>Linli</c>), checked at start.</summary>
public sealed class LinliOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Linli";

    /// <summary>Folder of everything the program keeps: SQLite database, files, keys, backups.</summary>
    [Required] public string Data { get; set; } = "data";

    /// <summary>Npgsql connection string. Set: PostgreSQL is used. Empty: SQLite under <see cref="Data"/>.</summary>
    public string? Postgres { get; set; }

    /// <summary>IANA name of the time zone people see, such as <c>Asia/Shanghai</c>.</summary>
    [Required] public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>Address residents reach the site at, without a final slash; used in links and QR codes.</summary>
    [Required, Url] public string PublicUrl { get; set; } = "http://127.0.0.1:5080";

    /// <summary>Name of the district or street, shown beside the product's own.</summary>
    public string Place { get; set; } = "";

    /// <summary>Where traces, metrics and logs go (OTLP, e.g. <c>http://collector:4317</c>). Empty: nowhere.</summary>
    [Url] public string? Otlp { get; set; }

    /// <summary>Shows one-time codes and messages on an on-screen outbox instead of sending them. Only for demonstrations.</summary>
    public bool Demo { get; set; }

    /// <summary>Seconds between saying "not ready" and closing the door, for a load balancer to notice. 0 where there is none.</summary>
    [Range(0, 300)] public int DrainSeconds { get; set; }

    /// <summary>Addresses of the reverse proxies whose <c>X-Forwarded-For</c> and <c>-Proto</c> are believed.</summary>
    public string[] TrustedProxies { get; set; } = [];

    /// <summary>How many requests one address may make.</summary>
    public RateLimitOptions Limits { get; set; } = new();

    /// <summary>Whether PostgreSQL is configured.</summary>
    public bool UsesPostgres => !string.IsNullOrWhiteSpace(Postgres);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            yield return new($"Linli:TimeZone '{TimeZone}' is not a time zone of this machine.", [nameof(TimeZone)]);
        foreach (var proxy in TrustedProxies.Where(p => !System.Net.IPAddress.TryParse(p, out _)))
            yield return new($"Linli:TrustedProxies: '{proxy}' is not an address.", [nameof(TrustedProxies)]);
        if (UsesPostgres && !Postgres!.Contains("Host=", StringComparison.OrdinalIgnoreCase))
            yield return new("Linli:Postgres must be a connection string such as 'Host=127.0.0.1;Database=linli;Username=linli;Password=…'.", [nameof(Postgres)]);
    }
}
