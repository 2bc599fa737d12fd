namespace Linli.Map;

/// <summary>Permissions of this module. Each layer asks for one of its own module besides.</summary>
internal static class MapPolicies
{
    /// <summary>See the one map.</summary>
    public const string See = "map.see";
}
