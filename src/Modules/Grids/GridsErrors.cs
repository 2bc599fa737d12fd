using Linli.Platform.Problems;

namespace Linli.Grids;

/// <summary>What this module refuses.</summary>
internal static class GridsErrors
{
    /// <summary>The position lies in no division.</summary>
    public static Problem Nowhere { get; } = new("grids.nowhere", 404);

    /// <summary>Too many outlines for one map.</summary>
    public static Problem TooManyOutlines { get; } = new("grids.too-many-outlines", 400);

    /// <summary>A unit with this code is there already.</summary>
    public static Problem CodeTaken { get; } = Problem.Invalid("code", "grids.code-taken");

    /// <summary>The day is already what it shall become.</summary>
    public static Problem DayIsSo { get; } = Problem.Invalid("day", "grids.day-is-so");
}
