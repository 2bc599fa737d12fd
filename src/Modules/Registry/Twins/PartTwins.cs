using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>不是同一个: two records that look alike are about two; nobody is asked again.</summary>
internal sealed class PartTwinsHandler(AppDb db, IAccess access, CompareTwinsHandler compare, TimeProvider clock)
{
    public async Task<Result<Done>> HandleAsync(Guid first, Guid second, CancellationToken ct)
    {
        if (await compare.OpenAsync(first, second, ct) is not var (pair, one, _)) return Problem.NotFound;
        if (pair.State is not TwinState.Open) return RegistryErrors.TwinsDecided;
        var now = clock.GetUtcNow();
        if (pair.Version == 0) db.Add(pair);
        pair.Decide(TwinState.NotTheSame, access.Actor.Name, now);
        db.Audit(access, "registry.not-the-same", $"record/{pair.FirstId}", now, one.Record.DivisionCode, new { other = pair.SecondId });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)   // somebody else was quicker
        {
            db.Forget();
            return RegistryErrors.TwinsDecided;
        }
        return new Done();
    }
}
