namespace Linli.Registry;

/// <summary>A fingerprint that a record of today has in common with records about the same, by one rule of its type.</summary>
internal sealed class RecordMark
{
    /// <summary>Hexadecimal; of all that the rule compares together.</summary>
    public required string Fingerprint { get; init; }
    public required Guid RecordId { get; init; }
    public required string TypeCode { get; init; }

    /// <summary>Place of the rule among those of the type; the first is the surest.</summary>
    public required int Rule { get; init; }
}

/// <summary>Two records that may be about the same person or thing (疑似重复), and what somebody said of that.</summary>
internal sealed class RecordTwins
{
    public required Guid FirstId { get; init; }
    public required Guid SecondId { get; init; }
    public required string TypeCode { get; init; }

    /// <summary>The surest rule that they meet; null where somebody put them side by side.</summary>
    public required int? Rule { get; init; }
    public required TwinState State { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public string? DecidedBy { get; set; }
    public required int Version { get; set; }

    /// <summary>Two records in the order in which both databases sort their keys.</summary>
    public static RecordTwins Of(RegistryRecord one, RegistryRecord other)
    {
        var ordered = string.CompareOrdinal(one.Id.ToString(), other.Id.ToString()) < 0;
        return new() { FirstId = ordered ? one.Id : other.Id, SecondId = ordered ? other.Id : one.Id, TypeCode = one.TypeCode, Rule = null, State = TwinState.Open, Version = 0 };
    }

    /// <summary>Keeps what somebody said.</summary>
    public void Decide(TwinState state, string by, DateTimeOffset at)
    {
        (State, DecidedBy, DecidedAt) = (state, by, at);
        Version++;
    }

    /// <summary>Asks again, as if nobody had said anything.</summary>
    public void Reopen()
    {
        (State, DecidedBy, DecidedAt) = (TwinState.Open, null, null);
        Version++;
    }
}

/// <summary>What is known of two records that are much alike.</summary>
internal enum TwinState
{
    /// <summary>待核实</summary>
    Open,

    /// <summary>已合并</summary>
    Merged,

    /// <summary>不是同一个; nobody is asked again.</summary>
    NotTheSame,
}
