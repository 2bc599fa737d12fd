using System.ComponentModel.DataAnnotations;

namespace Linli.Workforce;

/// <summary>The settings of this module (section <c>Linli:Workforce</c>), checked at start.</summary>
internal sealed class WorkforceOptions : IValidatableObject
{
    public const string Section = "Linli:Workforce";

    /// <summary>When each kind of shift begins and ends, site time; one that ends before it begins ends on the next day.</summary>
    public Dictionary<ShiftKind, string> Shifts { get; } = new()
    {
        [ShiftKind.Day] = "09:00-18:00", [ShiftKind.Early] = "07:00-15:00", [ShiftKind.Late] = "14:00-22:00", [ShiftKind.Night] = "22:00-06:00",
    };

    /// <summary>What a roster must keep to.</summary>
    public RestLimits Rest { get; set; } = new();

    /// <summary>The yearly appraisal and the reserve list.</summary>
    public AppraisalLimits Appraisal { get; set; } = new();

    public IReadOnlyDictionary<ShiftKind, ShiftTimes> Times => Shifts.ToDictionary(shift => shift.Key, shift => ShiftTimes.Read(shift.Value)!.Value);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (kind, times) in Shifts)
            if (ShiftTimes.Read(times) is null) yield return new($"Linli:Workforce:Shifts:{kind} is written like 22:00-06:00.", [nameof(Shifts)]);
        var faults = new List<ValidationResult>();
        foreach (var limits in (object[])[Rest, Appraisal]) Validator.TryValidateObject(limits, new(limits), faults, validateAllProperties: true);
        foreach (var fault in faults) yield return fault;
    }
}

/// <summary>Figures of the rest rules. The usual eleven hours and one day a week are those of ILO convention 14 and EU directive 2003/88; a district sets its own.</summary>
internal sealed class RestLimits
{
    /// <summary>Hours between the end of a shift and the beginning of the next.</summary>
    [Range(0, 48)] public int LeastHoursBetween { get; set; } = 11;

    /// <summary>Days of work one after the other.</summary>
    [Range(1, 31)] public int MostDaysInRow { get; set; } = 6;

    /// <summary>Days without a shift in each week, Monday to Sunday.</summary>
    [Range(0, 7)] public int LeastRestDays { get; set; } = 1;

    /// <summary>Nights one after the other.</summary>
    [Range(1, 31)] public int MostNightsInRow { get; set; } = 3;

    /// <summary>Weeks over which nights and weekends go round, the roster's own the last.</summary>
    [Range(1, 26)] public int RotationWeeks { get; set; } = 4;

    /// <summary>How many nights, or weekend days, one person may have more than another in these weeks.</summary>
    [Range(0, 31)] public int MostApart { get; set; } = 2;

    /// <summary>People on each day.</summary>
    [Range(0, 1000)] public int LeastPeople { get; set; } = 1;
}
