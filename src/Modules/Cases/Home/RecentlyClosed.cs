using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Cases.Home;

/// <summary>What was settled lately, without words of reporters: kind, community, how long it took. Looked up once a minute.</summary>
internal sealed class RecentlyClosed(IServiceProvider services, TimeProvider clock)
{
    private const int Shown = 6, LookedAt = 300;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private volatile Board? board;

    public async ValueTask<IReadOnlyList<ClosedCase>> ReadAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (board is { } known && now < known.Until) return known.Cases;
        await using var scope = services.CreateAsyncScope();
        // The newest reports by index, then the last closed of these: a list of a million stays quick.
        var newest = scope.ServiceProvider.GetRequiredService<AppDb>().Cases.AsNoTracking().ByIndex("ix_cases_case_list").OrderByDescending(c => c.ReceivedAt)
            .Where(c => c.Status == CaseStatus.Closed && c.CategoryCode != null && c.Satisfied != false).Take(LookedAt);
        var closed = await newest.OrderByDescending(c => c.ClosedAt).Take(Shown)
            .Select(c => new ClosedCase(c.CategoryCode!, c.DivisionCode, c.ReceivedAt, c.ClosedAt!.Value, c.Satisfied)).ToListAsync(ct);
        board = new(closed, now + Fresh);
        return closed;
    }

    private sealed record Board(IReadOnlyList<ClosedCase> Cases, DateTimeOffset Until);
}

/// <summary>A settled case without anything personal.</summary>
internal sealed record ClosedCase(string CategoryCode, string DivisionCode, DateTimeOffset ReceivedAt, DateTimeOffset ClosedAt, bool? Satisfied)
{
    public TimeSpan Took => ClosedAt - ReceivedAt;
}
