using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Jobs;
using Linli.Platform.Problems;

namespace Linli.Operations.Jobs;

/// <summary>Lets a job run now, besides its schedule.</summary>
internal sealed class RunJobHandler(AppDb db, JobBoard board, IAccess access, TimeProvider clock)
{
    public async Task<Result<Done>> HandleAsync(string job, CancellationToken ct)
    {
        if (!await board.RunNowAsync(job, ct)) return Problem.NotFound;
        db.Audit(access, "operations.run-job", "job/" + job, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
