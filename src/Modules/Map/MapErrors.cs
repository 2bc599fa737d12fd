using Linli.Platform.Problems;

namespace Linli.Map;

/// <summary>What this module refuses.</summary>
internal static class MapErrors
{
    /// <summary>An area that is no ring of positions, or crosses itself.</summary>
    public static Problem AreaWrong { get; } = Problem.Invalid("area", "map.area-wrong");

    /// <summary>The pictures of the base map cannot be had now.</summary>
    public static Problem NoBase { get; } = new("map.no-base", 502);
}
