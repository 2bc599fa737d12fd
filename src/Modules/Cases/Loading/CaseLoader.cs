using Linli.Cases.Search;
using Linli.Platform.Data;

namespace Linli.Cases.Loading;

/// <summary>Takes in cases that have a past: imports and the demo district. It publishes nothing and tells nobody; the caller audits.</summary>
internal sealed class CaseLoader(AppDb db)
{
    /// <summary>How many cases make a good batch: a transaction of well under a second.</summary>
    public const int BatchSize = 2_000;

    /// <summary>Writes a batch, findable by its words, in one transaction.</summary>
    public async Task LoadAsync(IReadOnlyCollection<CaseRecord> batch, CancellationToken ct)
    {
        await using var work = await db.BeginAsync(ct);
        await db.InsertManyAsync([.. batch.Select(r => r.Case)], ct);
        await db.InsertManyAsync([.. batch.Select(r => CaseSearch.RowOf(r.Case))], ct);
        await db.InsertManyAsync([.. batch.SelectMany(r => r.History)], ct);
        await db.InsertManyAsync([.. batch.SelectMany(r => r.Assignments)], ct);
        await db.InsertManyAsync([.. batch.SelectMany(r => r.Decisions)], ct);
        await db.InsertManyAsync([.. batch.Select(r => r.Reporter).OfType<Reporter>()], ct);
        await db.InsertManyAsync([.. batch.SelectMany(r => r.Attachments)], ct);
        await db.InsertManyAsync([.. batch.SelectMany(r => r.Ratings)], ct);
        await db.InsertManyAsync([.. batch.SelectMany(r => r.Alerts)], ct);
        await work.CommitAsync(ct);
    }
}
