using Linli.Contracts.Addresses;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Party;

/// <summary>Buildings, and how many of them somebody looks after.</summary>
internal sealed record Share(int Buildings, int Covered)
{
    public static Share operator +(Share one, Share other) => new(one.Buildings + other.Buildings, one.Covered + other.Covered);

    /// <summary>In hundredths, rounded down: 100 says that none is left out.</summary>
    public int Percent => Buildings == 0 ? 0 : (int)(100L * Covered / Buildings);
}

/// <summary>The share of a division.</summary>
internal sealed record DivisionShare(string Code, string Name, Share Share);

/// <summary>A building with who looks after it.</summary>
internal sealed record BuildingLine(Guid Id, string Code, string Text, string DivisionCode, string Division, IReadOnlyList<string> Adopters);

/// <summary>A page of buildings, those that nobody looks after first; the share of all and of each part.</summary>
internal sealed record CoverageList(IReadOnlyList<BuildingLine> Items, int Total, Share Share, IReadOnlyList<DivisionShare> Parts)
{
    public const int PageSize = 50;
}

/// <summary>Which buildings of a division members look after.</summary>
internal sealed class CoverageHandler(AppDb db, IAccess access, IBuildings buildings, IAddresses addresses, PartyPlaces places)
{
    /// <param name="under">Only within this division.</param>
    /// <param name="covered">Only those that somebody, or that nobody looks after.</param>
    /// <param name="page">From 1.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<CoverageList> Handle(string? under, bool? covered, int page, CancellationToken ct)
    {
        var shares = await SharesAsync(under, ct);
        var whole = shares.Values.Aggregate(new Share(0, 0), (sum, each) => sum + each);
        var rows = Rows(under).Where(row => covered == null || row.Adopters > 0 == covered)
            .OrderBy(row => row.Adopters > 0).ThenBy(row => row.DivisionCode).ThenBy(row => row.Code)
            .Skip((Math.Clamp(page, 1, 10_000) - 1) * CoverageList.PageSize).Take(CoverageList.PageSize);
        var total = covered switch { true => whole.Covered, false => whole.Buildings - whole.Covered, null => whole.Buildings };
        return new(await LinesAsync(await rows.ToListAsync(ct), ct), total, whole, Parts(under, shares));
    }

    /// <summary>All buildings of a division in the order of the page, some at a time, for a table.</summary>
    public async IAsyncEnumerable<BuildingLine> All(string? under, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var rows = await Rows(under).OrderBy(row => row.Adopters > 0).ThenBy(row => row.DivisionCode).ThenBy(row => row.Code).ToListAsync(ct);
        foreach (var batch in rows.Chunk(1_000))
            foreach (var line in await LinesAsync([.. batch], ct)) yield return line;
    }

    public async Task<BuildingLine?> Find(Guid id, CancellationToken ct) => (await LinesAsync(await Rows(null).Where(row => row.Id == id).ToListAsync(ct), ct)).SingleOrDefault();

    /// <summary>Counted by the database in one statement, a line for each grid.</summary>
    private Task<Dictionary<string, Share>> SharesAsync(string? under, CancellationToken ct) =>
        Rows(under).GroupBy(row => row.DivisionCode).Select(g => new { g.Key, All = g.Count(), Covered = g.Count(row => row.Adopters > 0) })
            .ToDictionaryAsync(g => g.Key, g => new Share(g.All, g.Covered), StringComparer.Ordinal, ct);

    private IReadOnlyList<DivisionShare> Parts(string? under, Dictionary<string, Share> shares) =>
        [.. from part in places.Parts(under)
            let share = shares.Where(each => each.Key.StartsWith(part.Code, StringComparison.Ordinal)).Aggregate(new Share(0, 0), (sum, each) => sum + each.Value)
            where share.Buildings > 0
            select new DivisionShare(part.Code, part.Name, share)];

    private IQueryable<Row> Rows(string? under)
    {
        var adopted = db.Adoptions.Present().GroupBy(a => a.BuildingId).Select(g => new { BuildingId = g.Key, Adopters = g.Count() });
        return from building in buildings.Seen(under)
               join each in adopted on building.Id equals each.BuildingId into found
               from each in found.DefaultIfEmpty()
               select new Row { Id = building.Id, Code = building.Code, DivisionCode = building.DivisionCode, Adopters = (int?)each.Adopters ?? 0 };
    }

    private async Task<List<BuildingLine>> LinesAsync(List<Row> rows, CancellationToken ct)
    {
        var ids = rows.ConvertAll(row => row.Id);
        var texts = await addresses.FindAsync(ids, ct);
        var adopters = (await (from adoption in db.Adoptions.Within(access).Present()
                               where ids.Contains(adoption.BuildingId)
                               join member in db.Members on adoption.MemberId equals member.Id
                               orderby adoption.Since, member.Name
                               select new { adoption.BuildingId, member.Name }).ToListAsync(ct)).ToLookup(each => each.BuildingId, each => each.Name);
        return rows.ConvertAll(row => new BuildingLine(row.Id, row.Code, texts.GetValueOrDefault(row.Id)?.Text ?? row.Code, row.DivisionCode, places.PathOf(row.DivisionCode), [.. adopters[row.Id]]));
    }

    private sealed class Row
    {
        public required Guid Id { get; init; }
        public required string Code { get; init; }
        public required string DivisionCode { get; init; }
        public required int Adopters { get; init; }
    }
}
