using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>Two records that may be about the same.</summary>
/// <param name="Type">Code of their type.</param>
/// <param name="First">One.</param>
/// <param name="Second">The other.</param>
/// <param name="By">What they have in common: keys of fields, and <c>@address</c>.</param>
/// <param name="Confidence">How sure it is, in percent.</param>
internal sealed record TwinSummary(string Type, TwinRecord First, TwinRecord Second, IReadOnlyList<string> By, int? Confidence);

/// <summary>One of the two, masked where it is personal.</summary>
internal sealed record TwinRecord(Guid Id, string Title, string? Address, string DivisionCode);

/// <summary>A page of pairs that nobody has said anything of, the surest of each type first.</summary>
internal sealed record TwinList(IReadOnlyList<TwinSummary> Items, int Page, int Total);

internal sealed class ListTwinsHandler(AppDb db, IAccess access, TypeCache types)
{
    public const int PageSize = 30;

    /// <summary>Pairs of which the caller sees both records; of two streets, then, only who sees both.</summary>
    public async Task<TwinList> HandleAsync(string? type, string? division, int page, CancellationToken ct)
    {
        if (!access.May(RegistryPolicies.See) || !access.May(RegistryPolicies.Merge)) return new([], 1, 0);
        var pairs = Open(division).Where(p => string.IsNullOrEmpty(type) || p.Pair.TypeCode == type);
        var total = await pairs.CountAsync(ct);
        page = Math.Clamp(page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        return new(await ReadAsync(pairs.OrderBy(p => p.Pair.TypeCode).ThenBy(p => p.Pair.Rule).ThenBy(p => p.Pair.FirstId).ThenBy(p => p.Pair.SecondId).Skip((page - 1) * PageSize).Take(PageSize), ct), page, total);
    }

    /// <summary>The open pairs of a record.</summary>
    public async Task<IReadOnlyList<TwinSummary>> OfAsync(Guid recordId, CancellationToken ct) => access.May(RegistryPolicies.Merge)
        ? await ReadAsync(Open(null).Where(p => p.Pair.FirstId == recordId || p.Pair.SecondId == recordId).OrderBy(p => p.Pair.Rule).Take(PageSize), ct)
        : [];

    private IQueryable<Twin> Open(string? division)
    {
        var records = db.Records.AsNoTracking().Within(access, division);
        return db.Twins.AsNoTracking().Where(t => t.State == TwinState.Open)
            .Join(records, t => t.FirstId, r => r.Id, (t, r) => new { Pair = t, First = r })
            .Join(records, t => t.Pair.SecondId, r => r.Id, (t, r) => new Twin { Pair = t.Pair, First = t.First, Second = r });
    }

    private async Task<IReadOnlyList<TwinSummary>> ReadAsync(IQueryable<Twin> pairs, CancellationToken ct)
    {
        var known = await types.GetAsync(ct);
        return [.. (await pairs.ToListAsync(ct)).Select(p =>
        {
            var rule = p.Pair.Rule is { } place ? SameRules.Of(known.Find(p.Pair.TypeCode)!).ElementAtOrDefault(place) : null;
            return new TwinSummary(p.Pair.TypeCode, Of(p.First), Of(p.Second), rule?.By ?? [], rule?.Confidence);
        })];
    }

    private static TwinRecord Of(RegistryRecord record) => new(record.Id, record.Title, record.Address, record.DivisionCode);

    private sealed class Twin
    {
        public required RecordTwins Pair { get; init; }
        public required RegistryRecord First { get; init; }
        public required RegistryRecord Second { get; init; }
    }
}
