namespace Linli.Worktime;

/// <summary>The holidays of one year, and the notice that announced them.</summary>
public sealed record HolidayArrangement
{
    /// <summary>The year the notice arranges. Its New Year may begin in the December before.</summary>
    public required int Year { get; init; }

    /// <summary>Number of the notice, such as 国办发明电〔2025〕7号.</summary>
    public required string Notice { get; init; }

    /// <summary>Date of the notice.</summary>
    public required DateOnly Published { get; init; }

    /// <summary>Where it can be read.</summary>
    public string? Url { get; init; }

    /// <summary>The holidays in order.</summary>
    public required IReadOnlyList<Holiday> Holidays { get; init; }
}
