using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Cases.Taxonomy;

/// <summary>The taxonomy of this node. Whoever changes it calls <see cref="Forget"/>; other nodes look again after half a minute.</summary>
internal sealed class TaxonomyCache(IServiceProvider services, TimeProvider clock)
{
    private readonly Remembered<TaxonomySnapshot> snapshot = new(async ct =>
    {
        await using var scope = services.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<AppDb>(), clock.GetUtcNow());
        return new TaxonomySnapshot(
            await db.Categories.AsNoTracking().ToListAsync(ct),
            await db.Responsibilities.AsNoTracking().Where(r => r.ValidFrom <= now && (r.ValidTo == null || r.ValidTo > now)).ToListAsync(ct),
            await db.Questions.AsNoTracking().Where(q => q.ValidTo == null).ToListAsync(ct));
    }, clock, TimeSpan.FromSeconds(30));

    public ValueTask<TaxonomySnapshot> GetAsync(CancellationToken ct) => snapshot.GetAsync(ct);

    public void Forget() => snapshot.Forget();
}
