namespace Linli.Text;

/// <summary>What is known of a case when its unit is sought; any of it may be empty. Names and codes work alike, so long as training and use agree.</summary>
public sealed record DispatchFacts
{
    /// <summary>The leaf of the taxonomy.</summary>
    public string SubType { get; init; } = "";

    /// <summary>The level above.</summary>
    public string MainType { get; init; } = "";

    /// <summary>The top level.</summary>
    public string EventType { get; init; } = "";

    /// <summary>The street the case lies in.</summary>
    public string Street { get; init; } = "";

    /// <summary>The community the case lies in.</summary>
    public string Community { get; init; } = "";

    /// <summary>The channel it came by.</summary>
    public string Source { get; init; } = "";

    /// <summary>Complaint, question, request …</summary>
    public string Property { get; init; } = "";

    /// <summary>When it was reported, in local time; null when unknown.</summary>
    public DateTime? Reported { get; init; }
}
