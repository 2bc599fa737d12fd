using Linli.Platform.Data;
using Linli.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Cases.Duplicates;

/// <summary>Which words are rare here, read from the newest cases of this node's database twice a day; of a new district, as often as what it has reported doubles.</summary>
internal sealed class WordsOfTheDistrict(IServiceProvider services, TimeProvider clock)
{
    private const int Texts = 3_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(12);
    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile Known? known;

    public async ValueTask<PairScorer> ScorerAsync(CancellationToken ct)
    {
        if (known is { Of: Texts } ready && clock.GetUtcNow() < ready.Until) return ready.Scorer;
        await reading.WaitAsync(ct);
        try
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            if (known is { } read && clock.GetUtcNow() < read.Until && (read.Of == Texts || await db.Cases.Take(2 * read.Of).CountAsync(ct) < 2 * read.Of)) return read.Scorer;
            var newest = await db.Cases.AsNoTracking().OrderByDescending(c => c.ReceivedAt).Select(c => c.Title + "\n" + c.Text).Take(Texts).ToListAsync(ct);
            var scorer = PairScorer.Knowing(newest);
            known = new(scorer, newest.Count, clock.GetUtcNow() + Fresh);
            return scorer;
        }
        finally
        {
            reading.Release();
        }
    }

    private sealed record Known(PairScorer Scorer, int Of, DateTimeOffset Until);
}
