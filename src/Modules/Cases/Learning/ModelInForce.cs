using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Linli.Cases.Learning;

/// <summary>The newest active model of a task on this node; one that an older program wrote counts for nothing until it is learned anew. Whoever learns a new one calls <see cref="Forget"/>; other nodes look again after a minute.</summary>
internal sealed partial class ModelInForce<T> where T : class
{
    private readonly IServiceProvider services;
    private readonly ILogger<ModelInForce<T>> log;
    private readonly string task;
    private readonly Func<Stream, T> load;
    private readonly Remembered<Model> model;
    private volatile Learned<T>? last;

    public ModelInForce(IServiceProvider services, TimeProvider clock, ILogger<ModelInForce<T>> log, string task, Func<Stream, T> load)
    {
        (this.services, this.log, this.task, this.load) = (services, log, task, load);
        model = new(async ct => new Model(last = await LoadAsync(ct)), clock, TimeSpan.FromMinutes(1));
    }

    /// <summary>The model; null as long as nothing was learned that can be read.</summary>
    public async ValueTask<Learned<T>?> GetAsync(CancellationToken ct) => (await model.GetAsync(ct)).Learned;

    public void Forget() => model.Forget();

    private async Task<Learned<T>?> LoadAsync(CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var models = scope.ServiceProvider.GetRequiredService<AppDb>().LearnedModels.AsNoTracking().Where(m => m.Task == task && m.Active);
        if (await models.MaxAsync(m => (int?)m.Number, ct) is not { } number) return null;
        var source = $"{task}-{number}";
        if (last is { } known && known.Source == source) return known;
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

    private sealed record Model(Learned<T>? Learned);
}

/// <summary>A model and the name of its version, e.g. <c>dispatch-3</c>.</summary>
internal sealed record Learned<T>(T Model, string Source);
