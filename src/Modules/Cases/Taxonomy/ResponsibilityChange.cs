using Linli.Cases.Deadlines;
using Linli.Platform.Data;

namespace Linli.Cases.Taxonomy;

/// <summary>Changes the responsibility list: an entry is never edited, it ends and another begins, so that it stays known who was responsible when.</summary>
internal static class ResponsibilityChange
{
    /// <summary>Makes a unit responsible from now on.</summary>
    /// <param name="db">Holds the change until it is saved.</param>
    /// <param name="inForce">The entry in force for this category and division, tracked; null where there is none.</param>
    /// <param name="category">A node of the taxonomy.</param>
    /// <param name="division">Where.</param>
    /// <param name="unit">The lead unit.</param>
    /// <param name="promise">Limits, standard and legal basis.</param>
    /// <param name="now">When it takes effect.</param>
    /// <returns>Whether anything changed.</returns>
    public static bool PutInForce(this AppDb db, Responsibility? inForce, string category, string division, Guid unit, Promise promise, DateTimeOffset now)
    {
        if (inForce is not null && inForce.UnitId == unit && inForce.Promise == promise) return false;
        if (inForce is not null) inForce.ValidTo = now;
        db.Add(new Responsibility { Id = Guid.CreateVersion7(now), CategoryCode = category, DivisionCode = division, UnitId = unit, Promise = promise, ValidFrom = now });
        return true;
    }

    /// <summary>Entries that speak at an instant.</summary>
    public static IQueryable<Responsibility> InForce(this IQueryable<Responsibility> entries, DateTimeOffset now) =>
        entries.Where(e => e.ValidFrom <= now && (e.ValidTo == null || e.ValidTo > now));
}
