using System.Buffers.Binary;
using Linli.Platform.Access;

namespace Linli.Registry;

/// <summary>A fingerprint by which a record of today is found.</summary>
internal sealed class RecordKey
{
    /// <summary>Hexadecimal.</summary>
    public required string Fingerprint { get; init; }
    public required Guid RecordId { get; init; }
}

/// <summary>A value by which records of today are counted and filtered; of a date the year.</summary>
internal sealed class RecordFacet : IInDivision
{
    public required Guid RecordId { get; init; }
    public required string Field { get; init; }
    public required string Value { get; init; }
    public required string TypeCode { get; init; }
    public required string DivisionCode { get; init; }
}

/// <summary>The words of a record of today. On SQLite an FTS5 table, on PostgreSQL a table with a generated tsvector.</summary>
internal sealed class RecordWords
{
    /// <summary>The key that a full-text table has: the random part of the record's.</summary>
    public required long Rowid { get; init; }
    public required Guid RecordId { get; init; }
    public required string Tokens { get; init; }

    /// <summary>The words of a record, with the marks that narrow a search.</summary>
    public static RecordWords Of(RegistryRecord record, string tokens) => new() { Rowid = RowOf(record.Id), RecordId = record.Id, Tokens = $"{tokens} {SearchMarks.Of(record)}" };

    /// <summary>The key of a record's words.</summary>
    public static long RowOf(Guid recordId) => BinaryPrimitives.ReadInt64BigEndian(recordId.ToByteArray(bigEndian: true).AsSpan(sizeof(long))) & long.MaxValue;
}
