namespace Linli.Text;

/// <summary>What cases of the past share with a new one, widest first.</summary>
public enum DispatchLikeness
{
    /// <summary>Nothing but the district.</summary>
    District,

    /// <summary>The top level of the taxonomy.</summary>
    EventType,

    /// <summary>The middle level of the taxonomy.</summary>
    MainType,

    /// <summary>Middle level and street.</summary>
    MainTypeAndStreet,

    /// <summary>The leaf.</summary>
    SubType,

    /// <summary>Leaf and street.</summary>
    SubTypeAndStreet,

    /// <summary>Leaf, street and channel.</summary>
    SubTypeStreetAndSource,

    /// <summary>Leaf, community and channel.</summary>
    SubTypeCommunityAndSource,
}

/// <summary>The likenesses as keys and in words.</summary>
internal static class DispatchLikenessNames
{
    public static string Chinese(DispatchLikeness alike) => alike switch
    {
        DispatchLikeness.District => "全区",
        DispatchLikeness.EventType => "同一类型",
        DispatchLikeness.MainType => "同大类",
        DispatchLikeness.MainTypeAndStreet => "同大类同街道",
        DispatchLikeness.SubType => "同类",
        DispatchLikeness.SubTypeAndStreet => "同类同街道",
        DispatchLikeness.SubTypeStreetAndSource => "同类同街道同来源",
        DispatchLikeness.SubTypeCommunityAndSource => "同类同社区同来源",
        _ => throw new ArgumentOutOfRangeException(nameof(alike)),
    };

    /// <summary>Equal for cases that are alike; null when a fact is missing, which makes nobody alike.</summary>
    public static string? Key(DispatchLikeness alike, DispatchFacts facts) => alike switch
    {
        DispatchLikeness.District => "",
        DispatchLikeness.EventType => Joined(facts.EventType),
        DispatchLikeness.MainType => Joined(facts.MainType),
        DispatchLikeness.MainTypeAndStreet => Joined(facts.MainType, facts.Street),
        DispatchLikeness.SubType => Joined(facts.SubType),
        DispatchLikeness.SubTypeAndStreet => Joined(facts.SubType, facts.Street),
        DispatchLikeness.SubTypeStreetAndSource => Joined(facts.SubType, facts.Street, facts.Source),
        DispatchLikeness.SubTypeCommunityAndSource => Joined(facts.SubType, facts.Community, facts.Source),
        _ => throw new ArgumentOutOfRangeException(nameof(alike)),
    };

    static string? Joined(params ReadOnlySpan<string> facts)
    {
        foreach (var fact in facts)
            if (fact.Length == 0) return null;
        return string.Join('\n', facts!);
    }
}
