using Linli.Cases.Channels;
using Linli.Contracts.Grids;
using Linli.Demo;
using Linli.Platform;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.SeedDemo;

/// <summary>The demo district's channels: with those that every installation has, 152.</summary>
internal sealed class DemoChannels(AppDb db, IUnits units, ChannelCache cache, TimeProvider clock) : IDemoSeeder
{
    public int Order => 32;

    public async Task SeedAsync(int caseCount, CancellationToken ct)
    {
        var known = (await db.Channels.Select(c => c.Code).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        db.AddRange(DemoDistrict.Create(IDemoSeeder.Seed, clock.GetUtcNow(), 0).Channels.Where(c => !known.Contains(c.Code)).Select(c => new Channel
        {
            Code = c.Code, Name = c.Name, NameEn = c.NameEn, Kind = Enum.Parse<ChannelKind>(c.Kind.Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
            UnitId = units.FindByCode(c.UnitCode)?.Id, Trusted = c.Trusted, Level = c.Level, RetentionDays = c.RetentionDays, Version = 1,
        }));
        db.AfterCommit(cache.Forget);
        await db.SaveChangesAsync(ct);
    }
}
