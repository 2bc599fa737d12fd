namespace Linli.Text;

/// <summary>What cases of the past share with a new one.</summary>
public enum DispatchLikeness
{
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

    /// <summary>The street, whatever it is about.</summary>
    Street,

    /// <summary>The community, whatever it is about.</summary>
    Community,
}

/// <summary>The likenesses as keys.</summary>
internal static class DispatchLikenessKeys
{
    /// <summary>Equal for cases that are alike; null when a fact is missing, which makes nobody alike.</summary>
    public static string? Of(DispatchLikeness alike, DispatchFacts facts) => alike switch
    {
        DispatchLikeness.EventType => Joined(facts.EventType),
        DispatchLikeness.MainType => Joined(facts.MainType),
        DispatchLikeness.MainTypeAndStreet => Joined(facts.MainType, facts.Street),
        DispatchLikeness.SubType => Joined(facts.SubType),
        DispatchLikeness.SubTypeAndStreet => Joined(facts.SubType, facts.Street),
        DispatchLikeness.SubTypeStreetAndSource => Joined(facts.SubType, facts.Street, facts.Source),
        DispatchLikeness.SubTypeCommunityAndSource => Joined(facts.SubType, facts.Community, facts.Source),
        DispatchLikeness.Street => Joined(facts.Street),
        DispatchLikeness.Community => Joined(facts.Community),
        _ => throw new ArgumentOutOfRangeException(nameof(alike)),
    };

    static string? Joined(params ReadOnlySpan<string> facts)
    {
        foreach (var fact in facts)
            if (fact.Length == 0) return null;
        return string.Join('\n', facts!);
    }
}
