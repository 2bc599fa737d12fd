using System.Globalization;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>The structure of the population of a division, by the divisions below it.</summary>
/// <param name="Division">Code of the division.</param>
/// <param name="Parts">The divisions below.</param>
/// <param name="Groups">The tables, each of which adds up to the people.</param>
internal sealed record PopulationStructure(string Division, IReadOnlyList<PopulationPart> Parts, IReadOnlyList<PopulationGroup> Groups);

/// <summary>A division and who lives in it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="People">How many; null where they are fewer than five.</param>
/// <param name="Households">How many; null where they are fewer than five.</param>
internal sealed record PopulationPart(string Code, string Name, int? People, int? Households);

/// <summary>People by one fact.</summary>
/// <param name="Key"><c>age</c>, <c>need</c> or a field.</param>
/// <param name="Values">The values, in their order.</param>
/// <param name="Counts">By part and value; null where a group is too small to be shown.</param>
internal sealed record PopulationGroup(string Key, IReadOnlyList<string> Values, IReadOnlyList<IReadOnlyList<int?>> Counts);

/// <summary>Counts people by age, sex, residence and need, small groups taken out.</summary>
internal sealed class ReadPopulationHandler(AppDb db, IAccess access, IDivisions divisions, RecordContents contents)
{
    public const string Age = "age", Need = "need";
    private const string Person = "person", Household = "household", Born = "born", Unknown = "unknown";
    private static readonly string[] Fields = ["sex", "residence", Born];

    /// <summary>Bands of age as of GB/T reports: children, of working age, old, very old.</summary>
    private static readonly (string Name, int From)[] Bands = [("0-14", 0), ("15-59", 15), ("60-79", 60), ("80+", 80)];

    public async Task<Result<PopulationStructure>> HandleAsync(string? division, CancellationToken ct)
    {
        if (!access.May(RegistryPolicies.See) || access.Division is not { } scope) return Problem.Forbidden;
        var code = string.IsNullOrEmpty(division) ? scope : division;
        if (!access.Sees(code)) return Problem.NotFound;
        var parts = divisions.Below(code.Length == 0 ? null : code);
        if (parts.Count == 0 && divisions.Find(code) is { } itself) parts = [itself];
        if (parts.Count == 0) return Problem.NotFound;
        var length = parts[0].Code.Length;
        var (people, households) = (await CountAsync(Person, code, length, ct), await CountAsync(Household, code, length, ct));
        var facets = await db.RecordFacets.AsNoTracking().Within(access, code).Where(f => f.TypeCode == Person && Fields.Contains(f.Field))
            .GroupBy(f => new { Part = f.DivisionCode.Substring(0, length), f.Field, f.Value }).Select(g => new { g.Key.Part, g.Key.Field, g.Key.Value, Count = g.Count() }).ToListAsync(ct);
        var needs = await db.Needs.AsNoTracking().Within(access, code).Where(n => n.EndedOn == null)
            .GroupBy(n => new { Part = n.DivisionCode.Substring(0, length), n.Kind }).Select(g => new { g.Key.Part, g.Key.Kind, Count = g.Count() }).ToListAsync(ct);
        var year = contents.Today.Year;
        return new PopulationStructure(
            code,
            [.. parts.Select(p => new PopulationPart(p.Code, p.Name, Large(people.GetValueOrDefault(p.Code)), Large(households.GetValueOrDefault(p.Code))))],
            [
                Group(Age, [.. Bands.Select(b => b.Name)], facets.Where(f => f.Field == Born).Select(f => (f.Part, Band(year - int.Parse(f.Value, CultureInfo.InvariantCulture)), f.Count))),
                .. Fields.Where(field => field != Born).Select(field => Group(field, [.. facets.Where(f => f.Field == field).Select(f => f.Value).Distinct().Order(StringComparer.Ordinal)], facets.Where(f => f.Field == field).Select(f => (f.Part, f.Value, f.Count)))),
                Group(Need, [.. NeedKinds.All.Select(k => k.Code)], needs.Select(n => (n.Part, n.Kind, n.Count)), disjoint: false),
            ]);

        // A person may have several tags, so that these do not add up to the people.
        PopulationGroup Group(string key, IReadOnlyList<string> values, IEnumerable<(string Part, string Value, int Count)> counted, bool disjoint = true)
        {
            var counts = counted.GroupBy(c => (c.Part, c.Value)).ToDictionary(g => g.Key, g => g.Sum(c => c.Count));
            var rows = parts.Select(p => values.Select(v => counts.GetValueOrDefault((p.Code, v))).ToList()).ToList();
            if (!disjoint) return new(key, values, SmallGroups.Hide(rows));
            var rest = parts.Select((p, i) => Math.Max(0, people.GetValueOrDefault(p.Code) - rows[i].Sum())).ToList();
            if (rest.Sum() == 0) return new(key, values, SmallGroups.Hide(rows));
            return new(key, [.. values, Unknown], SmallGroups.Hide([.. rows.Select((row, i) => (IReadOnlyList<int>)[.. row, rest[i]])]));
        }
    }

    private Task<Dictionary<string, int>> CountAsync(string type, string code, int length, CancellationToken ct) =>
        db.Records.AsNoTracking().Within(access, code).Where(r => r.TypeCode == type && r.EndedOn == null).GroupBy(r => r.DivisionCode.Substring(0, length)).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    private static string Band(int age) => Bands.Last(b => b.From <= Math.Max(age, 0)).Name;

    private static int? Large(int count) => count is > 0 and < SmallGroups.Least ? null : count;
}
