using Linli.Platform.Access;

namespace Linli.StandardAddresses;

/// <summary>A written address that nothing was found for, each kept once.</summary>
internal sealed class UnmatchedText : IInDivision
{
    public required Guid Id { get; init; }
    public required string Text { get; init; }

    /// <summary>Where it should be, as far as was known when it came last.</summary>
    public required string DivisionCode { get; set; }

    /// <summary>Where it was written last.</summary>
    public required string Source { get; set; }

    /// <summary>How often it came.</summary>
    public int Times { get; set; }

    public required DateTimeOffset FirstAt { get; init; }
    public required DateTimeOffset LastAt { get; set; }
    public UnmatchedState State { get; set; }

    /// <summary>The address that a clerk found or made for it.</summary>
    public Guid? AddressId { get; set; }

    /// <summary>Why it was dismissed.</summary>
    public string? Reason { get; set; }

    public DateTimeOffset? SettledAt { get; set; }
    public string? SettledBy { get; set; }
    public int Version { get; set; }

    /// <summary>Ends the wait.</summary>
    /// <returns>False when it has ended before.</returns>
    public bool TrySettle(UnmatchedState how, IAccess access, DateTimeOffset now, Guid? address, string? reason = null)
    {
        if (State is not UnmatchedState.Open) return false;
        (State, AddressId, Reason, SettledAt, SettledBy, Version) = (how, address, reason, now, access.Actor.Name, Version + 1);
        return true;
    }
}

internal enum UnmatchedState
{
    /// <summary>Waits for a clerk.</summary>
    Open,

    /// <summary>It is another name of a known address.</summary>
    Alias,

    /// <summary>An address was made of it.</summary>
    Made,

    /// <summary>It is no address of the district.</summary>
    Dismissed,
}
