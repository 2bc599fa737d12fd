using Linli.Platform.Access;

namespace Linli.Registry;

/// <summary>What somebody sees of a field.</summary>
internal enum FieldSight
{
    /// <summary>Nothing, not even whether there is a value.</summary>
    Nothing,

    /// <summary>The mask.</summary>
    Mask,

    /// <summary>The mask, and the value on a purpose that is kept.</summary>
    OnPurpose,

    /// <summary>The value.</summary>
    Value,
}

/// <summary>The access matrix of field classes and tiers, in one place.</summary>
internal static class FieldSights
{
    private const int StreetLength = 9, CommunityLength = 12, GridLength = 15;

    /// <summary>What a caller sees of a field of the records within their divisions.</summary>
    public static FieldSight Of(this IAccess access, FieldDefinition field) => field.Class switch
    {
        FieldClass.Public or FieldClass.Internal => access.May(RegistryPolicies.See) ? FieldSight.Value : FieldSight.Nothing,
        FieldClass.Personal when !access.May(RegistryPolicies.See) => FieldSight.Nothing,
        FieldClass.Personal => access.May(RegistryPolicies.Reveal) && access.IsOf(field.Tiers) ? FieldSight.OnPurpose : FieldSight.Mask,
        _ => access.May(RegistryPolicies.See) && access.May(RegistryPolicies.RevealSensitive) && access.IsOf(field.Tiers) ? FieldSight.OnPurpose : FieldSight.Nothing,
    };

    /// <summary>The tier of a caller; null for one without a scope.</summary>
    public static AccessTier? Tier(this IAccess access) => access.Division?.Length switch
    {
        null => null,
        >= GridLength => AccessTier.Grid,
        >= CommunityLength => AccessTier.Community,
        >= StreetLength => AccessTier.Street,
        _ => AccessTier.District,
    };

    private static bool IsOf(this IAccess access, IReadOnlyList<AccessTier>? tiers) => access.Tier() is { } tier && (tiers is null or [] || tiers.Contains(tier));
}
