using Linli.Addresses;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Linli.StandardAddresses;

/// <summary>
/// The library as this node holds it. It is read in the background, so that the program starts at once however many rooms there are, and read anew when the
/// stamp in the database is another one: at once where this node changed it, within two seconds where another one did.
/// </summary>
internal sealed partial class AddressMemory(IServiceProvider services, SiteTime site, TimeProvider clock, ILogger<AddressMemory> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim changed = new(0);
    private volatile Reading? latest;

    /// <summary>Null until it was read for the first time.</summary>
    public AddressLibrary? Library => latest?.Library;

    /// <summary>The buildings; none until they were read for the first time.</summary>
    public BuildingMap Buildings => latest?.Buildings ?? BuildingMap.Empty;

    /// <summary>Looks now whether the addresses have changed.</summary>
    public void LookNow() => changed.Release();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(error);
            }
            await changed.WaitAsync(Interval, stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        await using var scope = services.CreateSystemScope("addresses");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        // The stamp before the rows: rows newer than their stamp only cost one more reading. What ends, ends at midnight.
        var stamp = await db.RegisterStates.Select(s => s.Stamp).SingleAsync(ct);
        var today = site.Date(clock.GetUtcNow());
        if (latest is { } held && (held.Stamp, held.Day) == (stamp, today)) return;
        var began = clock.GetTimestamp();
        var reading = new LibraryReading(db, services.GetRequiredService<IDivisions>(), today);
        var library = await reading.ReadAsync(ct);
        latest = new(stamp, today, library, new(reading.Buildings));
        LogRead(library.Count, clock.GetElapsedTime(began).TotalSeconds);
    }

    public override void Dispose()
    {
        changed.Dispose();
        base.Dispose();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} addresses in memory, read in {Seconds:0.0} s")]
    private partial void LogRead(int count, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not read the standard addresses")]
    private partial void LogFailed(Exception error);

    private sealed record Reading(Guid Stamp, DateOnly Day, AddressLibrary Library, BuildingMap Buildings);
}
