using Linli.Cases.Learning;
using Linli.Platform;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.SeedDemo;

/// <summary>The first models of the demo district, learned from its settled cases, so that what it suggests is good at once.</summary>
internal sealed class DemoLearning(AppDb db, CategoryLearning category, DispatchLearning dispatch) : IDemoSeeder
{
    /// <summary>Fewer teach less than names and keywords of the taxonomy know.</summary>
    private const int Enough = 500;

    public int Order => 50;

    public async Task SeedAsync(int caseCount, CancellationToken ct)
    {
        if (caseCount < Enough || await db.LearnedModels.AnyAsync(ct)) return;
        await category.LearnAsync(await category.ConfirmedAsync(ct), ct);
        await dispatch.LearnAsync(await dispatch.ConfirmedAsync(ct), ct);
    }
}
