using Linli.Platform.Access;

namespace Linli.Cases.ReviseTaxonomy;

/// <summary>A version of taxonomy and responsibility list (修订): drafted from a table, looked at, then put in force at once or from a day.</summary>
internal sealed class Revision : IInDivision
{
    public required Guid Id { get; init; }
    public required string FileName { get; init; }

    /// <summary>The scope of who drafted it.</summary>
    public required string DivisionCode { get; init; }
    public required Guid? ActorId { get; init; }
    public required string ActorName { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary><see cref="RevisionContent"/>, packed.</summary>
    public required byte[] Content { get; init; }

    /// <summary>How many categories and entries it changes.</summary>
    public required int Changes { get; init; }

    /// <summary>How many rows could not be taken.</summary>
    public required int Refused { get; init; }
    public RevisionState State { get; private set; } = RevisionState.Draft;

    /// <summary>When it takes effect; null while that is not decided.</summary>
    public DateTimeOffset? EffectiveFrom { get; private set; }
    public DateTimeOffset? AppliedAt { get; private set; }
    public int Version { get; private set; } = 1;

    public string Subject => $"revision/{Id}";

    public void Wait(DateTimeOffset from) => (State, EffectiveFrom, Version) = (RevisionState.Waiting, from, Version + 1);

    public void Apply(DateTimeOffset now) => (State, EffectiveFrom, AppliedAt, Version) = (RevisionState.Applied, EffectiveFrom ?? now, now, Version + 1);

    public void Drop() => (State, Version) = (RevisionState.Dropped, Version + 1);
}

/// <summary>How far a revision is.</summary>
internal enum RevisionState
{
    /// <summary>Drafted; nothing is changed yet.</summary>
    Draft,

    /// <summary>Decided; takes effect on its day.</summary>
    Waiting,

    /// <summary>In force.</summary>
    Applied,

    /// <summary>Given up.</summary>
    Dropped,
}
