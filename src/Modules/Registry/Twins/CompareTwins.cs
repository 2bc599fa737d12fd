using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>Two records side by side, as their reader may see them.</summary>
/// <param name="First">One.</param>
/// <param name="Second">The other.</param>
/// <param name="State">What is known of the two.</param>
/// <param name="DecidedBy">Who said so.</param>
/// <param name="By">What they have in common: keys of fields, and <c>@address</c>.</param>
/// <param name="Confidence">How sure it is, in percent, that they are the same.</param>
/// <param name="Fields">What is said of them.</param>
/// <param name="MergeId">The merge, where one went into the other.</param>
internal sealed record TwinComparison(
    RecordDetails First, RecordDetails Second, TwinState State, string? DecidedBy, IReadOnlyList<string> By, int? Confidence, IReadOnlyList<TwinField> Fields, Guid? MergeId);

/// <summary>A value of two records, as masks where it is personal.</summary>
/// <param name="Key">The field, or <c>@address</c> for the place.</param>
/// <param name="First">Of the one.</param>
/// <param name="Second">Of the other.</param>
/// <param name="Same">Whether the values, not only their masks, are equal.</param>
internal sealed record TwinField(string Key, string? First, string? Second, bool Same);

/// <summary>Two records that are open, in the order of their pair.</summary>
internal sealed record OpenTwins(RecordTwins Pair, OpenRecord First, OpenRecord Second);

internal sealed class CompareTwinsHandler(AppDb db, IAccess access, TypeCache types, RecordVault vault, TimeProvider clock)
{
    /// <summary>
    /// Two records of one type within the caller's divisions, whether or not a rule found them alike; null where one of them is not there. That two masked values are
    /// equal tells something of a person: who compared whom is in the audit log.
    /// </summary>
    public async Task<TwinComparison?> HandleAsync(Guid first, Guid second, CancellationToken ct)
    {
        if (await OpenAsync(first, second, ct) is not var (pair, one, other)) return null;
        var (a, b) = (Show(one), Show(other));
        var (left, right) = (vault.Open(one.History.Latest), vault.Open(other.History.Latest));
        var fields = one.Type.Known.Where(f => access.Of(f) is not FieldSight.Nothing)
            .Select(f => new TwinField(f.Key, a.Facts.GetValueOrDefault(f.Key), b.Facts.GetValueOrDefault(f.Key), left.Values.GetValueOrDefault(f.Key) == right.Values.GetValueOrDefault(f.Key)))
            .Append(new(RecordVault.AddressKey, a.Address ?? "", b.Address ?? "", left.Place == right.Place));
        var rule = pair.Rule is { } place ? SameRules.Of(one.Type).ElementAtOrDefault(place) : null;
        var merge = await db.Merges.AsNoTracking().Where(m => m.UndoneAt == null && (m.KeptId == pair.FirstId && m.EndedId == pair.SecondId || m.KeptId == pair.SecondId && m.EndedId == pair.FirstId)).Select(m => (Guid?)m.Id).SingleOrDefaultAsync(ct);
        db.Audit(access, "registry.compare", $"record/{pair.FirstId}", clock.GetUtcNow(), one.Record.DivisionCode, new { other = pair.SecondId });
        await db.SaveChangesAsync(ct);
        return new(a, b, pair.State, pair.DecidedBy, rule?.By ?? [], rule?.Confidence, [.. fields.Where(f => f.First is not null || f.Second is not null)], merge);
    }

    /// <summary>The same, to be changed.</summary>
    public async Task<OpenTwins?> OpenAsync(Guid first, Guid second, CancellationToken ct)
    {
        if (!access.May(RegistryPolicies.See) || !access.May(RegistryPolicies.Merge)) return null;
        var records = await db.Records.Within(access).Where(r => r.Id == first || r.Id == second).ToListAsync(ct);
        if (records.Count < 2 || records[0].TypeCode != records[1].TypeCode) return null;
        var pair = await db.Twins.SingleOrDefaultAsync(t => t.FirstId == first && t.SecondId == second || t.FirstId == second && t.SecondId == first, ct) ?? RecordTwins.Of(records[0], records[1]);
        var states = (await db.RecordStates.Where(s => s.RecordId == first || s.RecordId == second).ToListAsync(ct)).ToLookup(s => s.RecordId);
        var type = (await types.GetAsync(ct)).Find(pair.TypeCode)!;
        return new(pair, Open(pair.FirstId), Open(pair.SecondId));

        OpenRecord Open(Guid id) => new(records.Single(r => r.Id == id), type, new(states[id]));
    }

    private RecordDetails Show(OpenRecord open) => new RecordFile(open.Record, open.Type, open.History).Show(open.History.Latest, access);
}
