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

    /// <summary>Reads again if the database has moved on; what nobody has asked for stays unread.</summary>
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
        // Whether it is held shows only in turn: a first reading under way may have missed the change.
        await turn.WaitAsync(ct);
        try
        {
            if (latest is not null) await ReadAsync(ct);
        }
        finally
        {
            turn.Release();
        }
    }

    // Callers are synchronous by contract; only the very first waits for the database.
    private Reading First() => Task.Run(FirstAsync).GetAwaiter().GetResult();

    private async Task<Reading> FirstAsync()
    {
        await turn.WaitAsync();
        try
        {
            return latest ?? await ReadAsync(CancellationToken.None);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<Reading> ReadAsync(CancellationToken ct)
    {
        await using var scope = services.CreateSystemScope("grids");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        // The stamp before the rows: rows newer than their stamp only cost one more reading.
        var stamp = await db.GroundStates.Where(s => s.Part == part).Select(s => s.Stamp).SingleAsync(ct);
        if (latest is { } held && held.Stamp == stamp) return held;
        return latest = new(stamp, await read(db, ct));
    }

    private sealed record Reading(Guid Stamp, T Value);
}
