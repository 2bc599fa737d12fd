namespace Linli.Text;

/// <summary>The facts of a case in numbers, for trees to split: mostly how often cases alike were late, lately and on the whole.</summary>
internal static class OvertimeSigns
{
    /// <summary>In the same shift, lately, and on the whole; in days.</summary>
    static readonly float[] Near = [0.2f, 3, 60];

    /// <summary>Which fact each number tells of.</summary>
    public static readonly OvertimeFact[] Facts =
    [
        .. OvertimeKeys.All.SelectMany(x => Near.Select(_ => FactOf(x))),
        OvertimeFact.Unit, OvertimeFact.Kind, OvertimeFact.Kind,
        OvertimeFact.Load, OvertimeFact.Load, OvertimeFact.Time, OvertimeFact.Time, OvertimeFact.Time,
    ];

    public static float[] Of(OvertimeFacts facts, OvertimeHistory history)
    {
        var time = facts.Case.Reported;
        return
        [
            .. OvertimeKeys.All.SelectMany(x => Near.Select(near => history.Share(x, facts, near))),
            history.Count(OvertimeLikeness.Unit, facts).Cases, history.Count(OvertimeLikeness.UnitAndSubType, facts).Cases, history.Count(OvertimeLikeness.SubType, facts).Cases,
            history.Lately(OvertimeLikeness.Unit, facts, days: 1), history.Lately(OvertimeLikeness.Unit, facts, days: 7),
            time is null ? -1 : (float)time.Value.TimeOfDay.TotalHours, time is null ? -1 : (float)time.Value.DayOfWeek, time is null ? 0 : OvertimeHistory.Day(facts),
        ];
    }

    /// <summary>Which cases of the past to name when a fact is a reason.</summary>
    public static readonly Dictionary<OvertimeFact, OvertimeLikeness?> Precedents = new()
    {
        [OvertimeFact.Unit] = OvertimeLikeness.Unit,
        [OvertimeFact.UnitAndKind] = OvertimeLikeness.UnitAndSubType,
        [OvertimeFact.Kind] = OvertimeLikeness.SubType,
        [OvertimeFact.Place] = OvertimeLikeness.UnitAndCommunity,
        [OvertimeFact.Channel] = OvertimeLikeness.UnitAndSource,
    };

    static OvertimeFact FactOf(OvertimeLikeness level) => level switch
    {
        OvertimeLikeness.Unit => OvertimeFact.Unit,
        OvertimeLikeness.UnitAndSubType or OvertimeLikeness.UnitAndMainType or OvertimeLikeness.UnitSubTypeAndSource or OvertimeLikeness.UnitSubTypeAndCommunity or OvertimeLikeness.UnitAndProperty => OvertimeFact.UnitAndKind,
        OvertimeLikeness.UnitAndCommunity or OvertimeLikeness.SubTypeAndStreet or OvertimeLikeness.Community => OvertimeFact.Place,
        OvertimeLikeness.SubType or OvertimeLikeness.MainType => OvertimeFact.Kind,
        _ => OvertimeFact.Channel,
    };
}
