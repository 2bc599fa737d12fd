namespace Linli.Worktime;

/// <summary>One public holiday as arranged for one year.</summary>
public sealed record Holiday
{
    /// <summary>中文名, such as 春节.</summary>
    public required string Name { get; init; }

    /// <summary>The English name.</summary>
    public required string English { get; init; }

    /// <summary>First day off.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day off.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Days of the weekend worked in exchange (调休).</summary>
    public IReadOnlyList<DateOnly> OfficeDays { get; init; } = [];
}
