namespace Linli.Worktime;

/// <summary>What a time limit is counted in.</summary>
public enum LimitUnit
{
    /// <summary>工作小时: hours of office time ("wh").</summary>
    WorkingHours,

    /// <summary>工作日: office days, each counting as one however long its hours are ("wd").</summary>
    WorkingDays,

    /// <summary>小时: hours by the clock, nights and holidays included ("h").</summary>
    Hours,

    /// <summary>天: spans of 24 hours by the clock ("d").</summary>
    Days,
}
