using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Platform.Secrets;

/// <summary>Where a table holds values of <see cref="FieldCipher"/>.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column with the values; null where there is none.</param>
/// <param name="Key">The column of the primary key, a GUID.</param>
/// <param name="Purpose">What the values are bound to.</param>
internal sealed record EncryptedColumn(string Table, string Column, string Key, string Purpose);

/// <summary>Encrypted columns are named in the model, so that a new key finds all of them.</summary>
public static class EncryptedColumns
{
    private const string Annotation = "Linli:Encrypted";

    /// <summary>Says that a column holds values that <see cref="FieldCipher.Protect"/> made for a purpose.</summary>
    public static PropertyBuilder<T> Encrypted<T>(this PropertyBuilder<T> property, string purpose) => property.HasAnnotation(Annotation, purpose);

    internal static IEnumerable<EncryptedColumn> EncryptedColumnsOf(this DbContext db) =>
        from entity in db.Model.GetEntityTypes()
        from property in entity.GetProperties()
        let purpose = property.FindAnnotation(Annotation)?.Value as string
        where purpose is not null
        let key = entity.FindPrimaryKey()!.Properties.Single()
        select new EncryptedColumn(entity.GetTableName()!, property.GetColumnName(), key.GetColumnName(), purpose);
}
