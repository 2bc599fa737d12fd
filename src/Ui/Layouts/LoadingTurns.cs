using Linli.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Ui;

/// <summary>
/// The parts of a page read one after another: they share the database context of the request, which serves one at a time. They also share
/// its connection, which is given back before anything goes to the reader, who may be slow.
/// </summary>
public sealed class LoadingTurns(IHttpContextAccessor http, TimeProvider clock) : IDisposable
{
    /// <summary>Before anything was read: what changed later may be missing from the page.</summary>
    public DateTimeOffset Began { get; } = clock.GetUtcNow();

    private readonly SemaphoreSlim turn = new(1, 1);
    private bool open;

    /// <summary>Reads when those before have read.</summary>
    public async Task RunAsync(Func<Task> load)
    {
        var context = http.HttpContext;
        await turn.WaitAsync(context?.RequestAborted ?? default);
        try
        {
            if (!open && context?.Response is { HasStarted: false } response)
            {
                var db = context.RequestServices.GetRequiredService<AppDb>();
                await db.Database.OpenConnectionAsync(context.RequestAborted);
                response.OnStarting(db.Database.CloseConnectionAsync);
                open = true;
            }
            await load();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();
}
