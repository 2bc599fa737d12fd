using Linli.Cases.Learning;
using Linli.Platform;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.SeedDemo;

/// <summary>
/// The first dispatch model of the demo district, learned from its settled cases, so that a unit is suggested at once where the list
/// is silent. No classifier: learning one takes most of a minute, and names and keywords know the demo's categories well enough.
/// </summary>
internal sealed class DemoLearning(AppDb db, DispatchLearning dispatch) : IDemoSeeder
{
    /// <summary>Fewer cases teach chance.</summary>
    private const int Enough = 500;

    public int Order => 50;

    public async Task SeedAsync(int caseCount, CancellationToken ct)
    {
        if (caseCount < Enough || await db.LearnedModels.AnyAsync(ct)) return;
        await dispatch.LearnAsync(await dispatch.ConfirmedAsync(ct), ct);
    }
}
