using Linli.Cases.Deadlines;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.Taxonomy;

/// <summary>Changes the responsibility list: an entry is never edited, it ends and another begins, so that it stays known who was responsible when.</summary>
internal static class ResponsibilityChange
{
    /// <summary>Makes a unit responsible from now on.</summary>
    /// <param name="db">Holds the change until it is saved.</param>
    /// <param name="inForce">The entry in force for the same key, tracked; null where there is none.</param>
    /// <param name="key">What, where and on which condition.</param>
    /// <param name="unit">The lead unit.</param>
    /// <param name="promise">Limits, standard and legal basis.</param>
    /// <param name="now">When it takes effect.</param>
    /// <returns>Whether anything changed.</returns>
    public static bool PutInForce(this AppDb db, Responsibility? inForce, EntryKey key, Guid unit, Promise promise, DateTimeOffset now)
    {
        if (inForce is not null && inForce.UnitId == unit && inForce.Promise == promise) return false;
        if (inForce is not null) inForce.ValidTo = now;
        db.Add(new Responsibility { Id = Guid.CreateVersion7(now), CategoryCode = key.Category, DivisionCode = key.Division, Condition = key.Condition, UnitId = unit, Promise = promise, ValidFrom = now });
        return true;
    }

    /// <summary>Entries that speak at an instant.</summary>
    public static IQueryable<Responsibility> InForce(this IQueryable<Responsibility> entries, DateTimeOffset now) =>
        entries.Where(e => e.ValidFrom <= now && (e.ValidTo == null || e.ValidTo > now));

    /// <summary>The entry in force under a key, tracked.</summary>
    public static async Task<Responsibility?> InForceAsync(this IQueryable<Responsibility> entries, EntryKey key, DateTimeOffset now, CancellationToken ct) =>
        (await entries.InForce(now).Where(e => e.CategoryCode == key.Category && e.DivisionCode == key.Division).ToListAsync(ct))
            .Where(e => e.Condition == key.Condition).MaxBy(e => e.ValidFrom);
}

/// <summary>There is one entry in force for each.</summary>
internal sealed record EntryKey(string Category, string Division, Condition? Condition)
{
    public static EntryKey Of(Responsibility entry) => new(entry.CategoryCode, entry.DivisionCode, entry.Condition);
}
