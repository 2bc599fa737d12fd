using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>How good the records of a division are, by the divisions below it.</summary>
/// <param name="Division">Code of the division.</param>
/// <param name="Whole">The division itself.</param>
/// <param name="Parts">The divisions below; none for a grid.</param>
internal sealed record DataQuality(string Division, QualityScore Whole, IReadOnlyList<QualityScore> Parts);

/// <summary>How good the records of a division are.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Records">How many records of today there are.</param>
/// <param name="Faulty">How many of them have a finding of each kind.</param>
internal sealed record QualityScore(string Code, string Name, int Records, IReadOnlyDictionary<FindingKind, int> Faulty)
{
    /// <summary>The share of records without a finding of a kind, 0 to 1; null where there are no records.</summary>
    public double? Share(FindingKind kind) => Records == 0 ? null : Math.Max(0, 1 - (double)Faulty.GetValueOrDefault(kind) / Records);

    /// <summary>0 to 100: the mean of the four shares; null where there are no records.</summary>
    public double? Score => Enum.GetValues<FindingKind>().Average(Share) * 100;
}

/// <summary>Counts findings within the caller's divisions.</summary>
internal sealed class ReadQualityHandler(AppDb db, IAccess access, IDivisions divisions)
{
    public async Task<Result<DataQuality>> HandleAsync(string? division, CancellationToken ct)
    {
        if (!access.May(RegistryPolicies.See) || access.Division is not { } scope) return Problem.Forbidden;
        var code = string.IsNullOrEmpty(division) ? scope : division;
        if (!access.Sees(code)) return Problem.NotFound;
        var below = divisions.Below(code.Length == 0 ? null : code);
        if (below.Count == 0 && divisions.Find(code) is null) return Problem.NotFound;
        var length = below.Count > 0 ? below[0].Code.Length : code.Length;   // a record may lie in the division itself: in none of its parts
        var records = await db.Records.AsNoTracking().Within(access, code).Where(r => r.EndedOn == null)
            .GroupBy(r => r.DivisionCode.Substring(0, length)).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var faulty = await db.Findings.AsNoTracking().Within(access, code).Select(f => new { Part = f.DivisionCode.Substring(0, length), f.Kind, f.RecordId }).Distinct()
            .GroupBy(f => new { f.Part, f.Kind }).Select(g => new { g.Key.Part, g.Key.Kind, Count = g.Count() }).ToListAsync(ct);

        return new DataQuality(code, Score(code, divisions.PathOf(code), _ => true), [.. below.Select(part => Score(part.Code, part.Name, each => each == part.Code))]);

        QualityScore Score(string code, string name, Func<string, bool> of) =>
            new(code, name, records.Where(r => of(r.Key)).Sum(r => r.Count), faulty.Where(f => of(f.Part)).GroupBy(f => f.Kind).ToDictionary(g => g.Key, g => g.Sum(f => f.Count)));
    }
}
