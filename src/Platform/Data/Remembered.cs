namespace Linli.Platform.Data;

/// <summary>
/// What a node keeps of the database in memory for a while. Whoever changes it calls <see cref="Forget"/> after the commit; other nodes read again when it is no
/// longer fresh. What somebody was reading while it was forgotten may be older than the change, and is not kept.
/// </summary>
/// <param name="read">Reads it.</param>
/// <param name="clock">Tells how old it is.</param>
/// <param name="fresh">How long it is kept.</param>
public sealed class Remembered<T>(Func<CancellationToken, Task<T>> read, TimeProvider clock, TimeSpan fresh) : IDisposable
    where T : class
{
    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile Kept? kept;
    private int forgotten;

    /// <summary>What is known, or what is read now.</summary>
    public async ValueTask<T> GetAsync(CancellationToken ct)
    {
        if (kept is { } known && clock.GetUtcNow() < known.Until) return known.Value;
        await reading.WaitAsync(ct);
        try
        {
            if (kept is { } found && clock.GetUtcNow() < found.Until) return found.Value;   // somebody was faster
            var (times, until) = (Volatile.Read(ref forgotten), clock.GetUtcNow() + fresh);
            var value = await read(ct);
            kept = new(value, until);
            if (Volatile.Read(ref forgotten) != times) kept = null;
            return value;
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>Reads again when it is asked for next.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref forgotten);
        kept = null;
    }

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    private sealed record Kept(T Value, DateTimeOffset Until);
}
