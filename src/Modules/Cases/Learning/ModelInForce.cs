using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Linli.Cases.Learning;

/// <summary>The newest active model of a task on this node; one that an older program wrote counts for nothing until it is learned anew. Whoever learns a new one calls <see cref="Forget"/>; other nodes look again after a minute.</summary>
internal sealed partial class ModelInForce<T>(IServiceProvider services, TimeProvider clock, ILogger<ModelInForce<T>> log, string task, Func<Stream, T> load) where T : class
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile State? state;

    /// <summary>The model; null as long as nothing was learned that can be read.</summary>
    public async ValueTask<Learned<T>?> GetAsync(CancellationToken ct)
    {
        if (state is { } known && clock.GetUtcNow() < known.Until) return known.Learned;
        await loading.WaitAsync(ct);
        try
        {
            if (state is not { } loaded || clock.GetUtcNow() >= loaded.Until) state = new(await LoadAsync(ct), clock.GetUtcNow() + Fresh);
            return state.Learned;
        }
        finally
        {
            loading.Release();
        }
    }

    public void Forget() => state = null;

    private async Task<Learned<T>?> LoadAsync(CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var models = scope.ServiceProvider.GetRequiredService<AppDb>().LearnedModels.AsNoTracking().Where(m => m.Task == task && m.Active);
        if (await models.MaxAsync(m => (int?)m.Number, ct) is not { } number) return null;
        var source = $"{task}-{number}";
        if (state?.Learned is { } known && known.Source == source) return known;
        var content = await models.Where(m => m.Number == number).Select(m => m.Content).SingleAsync(ct);
        try
        {
            return new(load(new MemoryStream(content)), source);
        }
        catch (FormatException error)
        {
            LogUnreadable(error, source, task);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The model {Source} cannot be read. Until one is learned anew, cases go without: linli learn --task {Task}")]
    private partial void LogUnreadable(Exception error, string source, string task);

    private sealed record State(Learned<T>? Learned, DateTimeOffset Until);
}

/// <summary>A model and the name of its version, e.g. <c>dispatch-3</c>.</summary>
internal sealed record Learned<T>(T Model, string Source);
