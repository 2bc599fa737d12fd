using System.Text;
using Linli.Platform.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Linli.Platform.Data;

/// <summary>Names and types that are the same on both databases.</summary>
internal static class ModelConventions
{
    private static readonly ValueConverter<DateTimeOffset, long> UtcTicks =
        new(v => Truncate(v).Ticks, v => new DateTimeOffset(v, TimeSpan.Zero));

    private static readonly ValueConverter<DateTimeOffset, DateTimeOffset> Utc = new(v => Truncate(v), v => v);

    public static void Apply(ModelBuilder model, bool sqlite)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (entity.GetTableName() is not { } table) continue;
            entity.FindPrimaryKey()?.SetName($"pk_{table}");
            foreach (var property in entity.GetProperties()) Configure(property, sqlite);
            foreach (var index in entity.GetIndexes())
                index.SetDatabaseName(index.Name ?? $"ix_{table}_{string.Join('_', index.Properties.Select(p => p.GetColumnName()))}");
            if (typeof(IInDivision).IsAssignableFrom(entity.ClrType) && !sqlite)
                entity.FindProperty(nameof(IInDivision.DivisionCode))!.SetCollation("C");   // a prefix is a range
        }
    }

    private static void Configure(IMutableProperty property, bool sqlite)
    {
        property.SetColumnName(SnakeCase(property.Name));
        if (sqlite) property.SetCollation(null);   // what PostgreSQL calls "C" is how SQLite compares anyway
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type == typeof(DateTimeOffset)) property.SetValueConverter(sqlite ? UtcTicks : Utc);
        else if (type.IsEnum && property.GetValueConverter() is null) property.SetProviderClrType(typeof(string));
        if (property.Name == "Version" && type == typeof(int)) property.IsConcurrencyToken = true;
    }

    // PostgreSQL keeps microseconds; both databases must give back what was saved.
    private static DateTimeOffset Truncate(DateTimeOffset value) =>
        new(value.UtcTicks - value.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }
}
