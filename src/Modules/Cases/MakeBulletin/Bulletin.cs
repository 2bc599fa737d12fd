using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.MakeBulletin;

/// <summary>周报: the figures of a week of a division, as a Word document and a workbook that stay as they were made.</summary>
internal sealed class Bulletin : IInDivision
{
    public required Guid Id { get; init; }
    public required string DivisionCode { get; init; }

    /// <summary>Monday of the week.</summary>
    public required DateOnly Week { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required string MadeBy { get; init; }

    /// <summary>The documents in the store of files.</summary>
    public required string WordHash { get; init; }
    public required long WordLength { get; init; }
    public required string ExcelHash { get; init; }
    public required long ExcelLength { get; init; }

    /// <summary>Monday of the week that holds a day.</summary>
    public static DateOnly WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}

/// <summary>The table of bulletins.</summary>
internal static class BulletinsDb
{
    extension(AppDb db)
    {
        public DbSet<Bulletin> Bulletins => db.Set<Bulletin>();
    }

    public static void Configure(ModelBuilder model) => model.Entity<Bulletin>(e =>
    {
        e.ToTable("cases_bulletin");
        e.HasIndex(x => new { x.Week, x.DivisionCode });
    });
}
