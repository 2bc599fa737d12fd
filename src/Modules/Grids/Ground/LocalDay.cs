namespace Linli.Grids;

/// <summary>A day on which this place departs from the national arrangement.</summary>
internal sealed class LocalDay
{
    public required DateOnly Day { get; init; }
    public required LocalDayKind Kind { get; init; }

    /// <summary>Why, e.g. 台风停工.</summary>
    public required string Name { get; init; }
}

internal enum LocalDayKind
{
    /// <summary>放假: nobody is in the office.</summary>
    Off,

    /// <summary>上班: worked, although a weekend or holiday.</summary>
    Worked,
}
