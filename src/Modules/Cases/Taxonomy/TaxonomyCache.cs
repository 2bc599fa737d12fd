using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Cases.Taxonomy;

/// <summary>The taxonomy of this node. Whoever changes it calls <see cref="Forget"/>; other nodes look again after half a minute.</summary>
internal sealed class TaxonomyCache(IServiceProvider services, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile State? state;

    public async ValueTask<TaxonomySnapshot> GetAsync(CancellationToken ct)
    {
        if (state is { } known && clock.GetUtcNow() < known.Until) return known.Snapshot;
        await loading.WaitAsync(ct);
        try
        {
            if (state is { } loaded && clock.GetUtcNow() < loaded.Until) return loaded.Snapshot;
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var now = clock.GetUtcNow();
            var snapshot = new TaxonomySnapshot(
                await db.Categories.AsNoTracking().ToListAsync(ct),
                await db.Responsibilities.AsNoTracking().Where(r => r.ValidFrom <= now && (r.ValidTo == null || r.ValidTo > now)).ToListAsync(ct),
                await db.Questions.AsNoTracking().Where(q => q.ValidTo == null).ToListAsync(ct));
            state = new(snapshot, now + Fresh);
            return snapshot;
        }
        finally
        {
            loading.Release();
        }
    }

    public void Forget() => state = null;

    private sealed record State(TaxonomySnapshot Snapshot, DateTimeOffset Until);
}
