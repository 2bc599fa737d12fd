namespace Linli.Registry;

/// <summary>What became, or would become, of a row. Holds nothing of the table, and stays when that is forgotten.</summary>
internal sealed class ImportRow
{
    public required Guid ImportId { get; init; }

    /// <summary>Its line in the file, the header being 1.</summary>
    public required int Line { get; init; }
    public required RowOutcome Outcome { get; init; }

    /// <summary>The record it made or changed.</summary>
    public Guid? RecordId { get; init; }

    /// <summary>The state it added to a record that was there.</summary>
    public Guid? StateId { get; init; }

    /// <summary>The version of the record after that: whoever changes it later raises it.</summary>
    public int? RecordVersion { get; init; }

    /// <summary>Why it was refused, as JSON.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it could not be taken back.</summary>
    public bool Kept { get; set; }
}

/// <summary>What became of a row.</summary>
internal enum RowOutcome
{
    /// <summary>A record more.</summary>
    Added,

    /// <summary>A record that was there is another from a day on.</summary>
    Changed,

    /// <summary>A record that was there says the same.</summary>
    Same,

    /// <summary>Not taken.</summary>
    Refused,
}
