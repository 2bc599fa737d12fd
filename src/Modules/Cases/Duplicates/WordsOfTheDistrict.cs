using Linli.Platform.Data;
using Linli.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Cases.Duplicates;

/// <summary>Which words are rare here, read from the newest cases of this node's database twice a day.</summary>
internal sealed class WordsOfTheDistrict(IServiceProvider services, TimeProvider clock)
{
    private const int Texts = 3_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(12);
    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile Known? known;

    public async ValueTask<PairScorer> ScorerAsync(CancellationToken ct)
    {
        if (known is { } ready && clock.GetUtcNow() < ready.Until) return ready.Scorer;
        await reading.WaitAsync(ct);
        try
        {
            if (known is { } read && clock.GetUtcNow() < read.Until) return read.Scorer;
            await using var scope = services.CreateAsyncScope();
            var newest = await scope.ServiceProvider.GetRequiredService<AppDb>().Cases.AsNoTracking().OrderByDescending(c => c.ReceivedAt).Select(c => c.Title + "\n" + c.Text).Take(Texts).ToListAsync(ct);
            var scorer = PairScorer.Knowing(newest);
            if (newest.Count == Texts) known = new(scorer, clock.GetUtcNow() + Fresh);   // a new district still learns what it talks of
            return scorer;
        }
        finally
        {
            reading.Release();
        }
    }

    private sealed record Known(PairScorer Scorer, DateTimeOffset Until);
}
