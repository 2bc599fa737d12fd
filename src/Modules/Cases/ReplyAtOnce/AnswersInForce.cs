using Linli.Cases.Duplicates;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Cases.ReplyAtOnce;

/// <summary>The answers in force on this node. Whoever changes one calls <see cref="Forget"/>; other nodes look again after half a minute.</summary>
internal sealed class AnswersInForce(IServiceProvider services, WordsOfTheDistrict words, TimeProvider clock)
{
    /// <summary>So alike a report must be to get the answer.</summary>
    private const double From = 0.5;
    private readonly Remembered<List<ReadyAnswer>> answers = new(async ct =>
    {
        await using var scope = services.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<AppDb>(), clock.GetUtcNow());
        return await db.ReadyAnswers.AsNoTracking().Where(a => a.ReviewedAt != null && a.EndedAt == null && a.ValidTo > now).ToListAsync(ct);
    }, clock, TimeSpan.FromSeconds(30));

    /// <summary>The answer to a report, or null. Nothing is compared where no answer speaks for its place and category.</summary>
    public async ValueTask<ReadyAnswer?> ForAsync(string title, string text, string division, string? category, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var candidates = (await answers.GetAsync(ct)).Where(a => a.ValidTo > now && division.StartsWith(a.DivisionCode, StringComparison.Ordinal)
            && (a.CategoryCode is null || category?.StartsWith(a.CategoryCode, StringComparison.Ordinal) is true)).ToList();
        if (candidates.Count == 0) return null;
        var scorer = await words.ScorerAsync(ct);
        var report = scorer.Prepare(title + "\n" + text);
        var (answer, score) = candidates.Select(a => (a, scorer.Score(scorer.Prepare(a.Title), report))).MaxBy(a => a.Item2);
        return score >= From ? answer : null;
    }

    public void Forget() => answers.Forget();
}
