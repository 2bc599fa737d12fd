namespace Linli.Cases.Coordination;

/// <summary>协调会: the units that dispute a case are called together, and somebody rules whose it is.</summary>
internal sealed class Meeting
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }
    public required DateTimeOffset CalledAt { get; init; }
    public required string CalledBy { get; init; }
    public DateTimeOffset? MeetsAt { get; init; }
    public required string Agenda { get; init; }

    public DateTimeOffset? RuledAt { get; private set; }
    public string? RuledBy { get; private set; }
    public string? Minutes { get; private set; }

    /// <summary>The unit whose case it is.</summary>
    public Guid? UnitId { get; private set; }

    /// <summary>Where the responsibility list is to say the same from now on; null where it stays as it is.</summary>
    public string? ListDivision { get; private set; }

    /// <summary>When the list was changed accordingly.</summary>
    public DateTimeOffset? ListChangedAt { get; private set; }

    public void Rule(Guid unit, string minutes, string? listDivision, string by, DateTimeOffset at) =>
        (UnitId, Minutes, ListDivision, RuledBy, RuledAt) = (unit, minutes, listDivision, by, at);

    public void ChangedList(DateTimeOffset at) => ListChangedAt = at;
}
