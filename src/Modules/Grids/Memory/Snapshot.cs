using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Grids;

/// <summary>A part of the ground as this node holds it.</summary>
internal interface ISnapshot
{
    GroundPart Part { get; }

    /// <summary>The state it was read in; null while nobody has asked for it.</summary>
    Guid? Stamp { get; }

    /// <summary>Reads again if the database has moved on.</summary>
    Task RefreshAsync(CancellationToken ct);
}

/// <summary>Read whole on first use, never changed, replaced at once: who holds a value sees one consistent state.</summary>
internal sealed class Snapshot<T>(GroundPart part, IServiceProvider services, Func<AppDb, CancellationToken, Task<T>> read) : ISnapshot
    where T : class
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile Reading? latest;

    public GroundPart Part => part;

    public Guid? Stamp => latest?.Stamp;

    public T Value => (latest ?? First()).Value;

    public async Task RefreshAsync(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            await using var scope = services.CreateSystemScope("grids");
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            // The stamp before the rows: rows newer than their stamp only cost one more reading.
            var stamp = await db.GroundStates.Where(s => s.Part == part).Select(s => s.Stamp).SingleAsync(ct);
            if (latest?.Stamp != stamp) latest = new(stamp, await read(db, ct));
        }
        finally
        {
            turn.Release();
        }
    }

    // Callers are synchronous by contract; only the very first waits for the database.
    private Reading First()
    {
        Task.Run(() => RefreshAsync(CancellationToken.None)).GetAwaiter().GetResult();
        return latest!;
    }

    private sealed record Reading(Guid Stamp, T Value);
}
