using Linli.Cases.Deadlines;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Demo;
using Linli.Platform;
using Linli.Platform.Data;
using Linli.Worktime;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.SeedDemo;

/// <summary>The demo district's taxonomy and responsibility list.</summary>
internal sealed class DemoTaxonomy(AppDb db, IUnits units, TaxonomyCache cache, TimeProvider clock) : IDemoSeeder
{
    public int Order => 30;

    public async Task SeedAsync(int caseCount, CancellationToken ct)
    {
        if (await db.Categories.AnyAsync(ct)) return;
        var now = clock.GetUtcNow();
        var district = DemoDistrict.Create(IDemoSeeder.Seed, now, 0);
        var parents = district.Categories.Select(c => c.ParentCode).ToHashSet();
        db.AddRange(district.Categories.Select(c => new Category
        {
            Code = c.Code, ParentCode = c.ParentCode, Level = c.Level, Name = c.Name, NameEn = c.NameEn,
            Keywords = string.Join(' ', c.Keywords), IsLeaf = !parents.Contains(c.Code), Urgent = c.Urgent,
        }));
        var byCode = units.All.ToDictionary(u => u.Code, u => u.Id);
        db.AddRange(district.Responsibilities.Where(r => byCode.ContainsKey(r.UnitCode)).Select(r => new Responsibility
        {
            Id = Guid.CreateVersion7(now), CategoryCode = r.CategoryCode, DivisionCode = r.DivisionCode, UnitId = byCode[r.UnitCode],
            Promise = new Promise(LimitOf(r.Accept), LimitOf(r.Dispatch), LimitOf(r.Handle), r.Standard, r.LegalBasis), ValidFrom = now.AddYears(-3),   // it was there before the cases
        }));
        db.AfterCommit(cache.Forget);
        await db.SaveChangesAsync(ct);
    }

    private static Limit LimitOf(DemoLimit limit) => Limit.Parse(limit.ToString(), null);
}
