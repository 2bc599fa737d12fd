using Linli.Cases.Taxonomy;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.CommandLine;
using Linli.Platform.Data;
using Linli.Platform.Import;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ImportTaxonomy;

/// <summary>The taxonomy of another system. Nodes that are there keep the names and keywords somebody gave them here.</summary>
internal sealed class TaxonomyStep(AppDb db, IAccess access, TaxonomyCache cache, TimeProvider clock) : IProfileStep
{
    public int Order => 30;

    public string Part => "taxonomy";

    public async Task<ImportReport> RunAsync(ProfileRun run, CancellationToken ct)
    {
        var part = run.Profile.Part<TaxonomyPart>(Part);
        var lines = run.Read(part.File, [.. part.Levels.SelectMany(level => new[] { level.Id, level.Name })]);
        var report = new ImportReport(run.Output);
        var known = (await db.Categories.Select(c => c.Code).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (part.PathOf(line) is not { } path) report.Refuse($"{part.File} {line.Place}", "a level has no key of digits, or one that is too long");
            else if (path.Any(node => node.Name.Length is 0 or > 100)) report.Refuse($"{part.File} {line.Place}", "a name is missing or longer than 100 characters");
            else report.Count(AddMissing(path, known) ? ImportOutcome.Taken : ImportOutcome.Unchanged);
        }
        if (!db.HasChanges) return report;
        db.Audit(access, "cases.import-taxonomy", "profile/" + run.Profile.Name, clock.GetUtcNow(), details: new { taken = report[ImportOutcome.Taken] });
        db.AfterCommit(cache.Forget);
        await db.SaveChangesAsync(ct);
        db.Forget();
        return report;
    }

    private bool AddMissing(IReadOnlyList<(string Code, string Name)> path, HashSet<string> known)
    {
        var leafIsNew = false;
        foreach (var (depth, (code, name)) in path.Index())
        {
            leafIsNew = known.Add(code);
            if (leafIsNew)
                db.Add(new Category
                {
                    Code = code, ParentCode = depth == 0 ? null : path[depth - 1].Code, Level = depth + 1, Name = name, NameEn = "",
                    Keywords = "", IsLeaf = depth == path.Count - 1, Urgent = false,
                });
        }
        return leafIsNew;
    }
}
