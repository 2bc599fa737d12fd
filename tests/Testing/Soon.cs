using System.Diagnostics;

namespace Linli.Testing;

/// <summary>Waits for what the program does in the background.</summary>
public static class Soon
{
    /// <summary>Far more than a busy machine needs: only what never comes is waited for so long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>What a look finds, as soon as it finds something.</summary>
    /// <exception cref="TimeoutException">It found nothing in all that time.</exception>
    public static async Task<T> FindAsync<T>(Func<Task<T?>> look) where T : class
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(Pause))
            if (await look() is { } found) return found;
        throw new TimeoutException($"It did not come within {Patience.TotalSeconds:0} seconds.");
    }

    /// <inheritdoc cref="FindAsync{T}(Func{Task{T}})"/>
    public static Task<T> FindAsync<T>(Func<T?> look) where T : class => FindAsync(() => Task.FromResult(look()));

    /// <summary>Until something holds.</summary>
    /// <exception cref="TimeoutException">It did not hold in all that time.</exception>
    public static Task HoldsAsync(Func<Task<bool>> holds) => FindAsync(async () => await holds() ? "so" : null);

    /// <inheritdoc cref="HoldsAsync(Func{Task{bool}})"/>
    public static Task HoldsAsync(Func<bool> holds) => HoldsAsync(() => Task.FromResult(holds()));
}
