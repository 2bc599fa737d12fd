namespace Linli.Text;

/// <summary>What cases of the past may share with a new one when it is asked how many of them were late.</summary>
internal enum OvertimeLikeness
{
    /// <summary>The unit.</summary>
    Unit,

    /// <summary>Unit and leaf of the taxonomy.</summary>
    UnitAndSubType,

    /// <summary>Unit and middle level of the taxonomy.</summary>
    UnitAndMainType,

    /// <summary>Unit and channel.</summary>
    UnitAndSource,

    /// <summary>Unit and community.</summary>
    UnitAndCommunity,

    /// <summary>The leaf of the taxonomy.</summary>
    SubType,

    /// <summary>Leaf and street.</summary>
    SubTypeAndStreet,

    /// <summary>The middle level of the taxonomy.</summary>
    MainType,

    /// <summary>Community and channel.</summary>
    CommunityAndSource,

    /// <summary>The channel.</summary>
    Source,

    /// <summary>Unit and whether it is a complaint, a question or a request.</summary>
    UnitAndProperty,

    /// <summary>Unit, leaf and channel.</summary>
    UnitSubTypeAndSource,

    /// <summary>Unit, leaf and community.</summary>
    UnitSubTypeAndCommunity,

    /// <summary>Leaf and channel.</summary>
    SubTypeAndSource,

    /// <summary>The community.</summary>
    Community,
}

/// <summary>The likenesses as keys.</summary>
internal static class OvertimeKeys
{
    public static readonly OvertimeLikeness[] All = Enum.GetValues<OvertimeLikeness>();

    public static (OvertimeLikeness, string) Of(OvertimeLikeness alike, OvertimeFacts facts) => (alike, alike switch
    {
        OvertimeLikeness.Unit => facts.Unit,
        OvertimeLikeness.UnitAndSubType => $"{facts.Unit}\n{facts.Case.SubType}",
        OvertimeLikeness.UnitAndMainType => $"{facts.Unit}\n{facts.Case.MainType}",
        OvertimeLikeness.UnitAndSource => $"{facts.Unit}\n{facts.Case.Source}",
        OvertimeLikeness.UnitAndCommunity => $"{facts.Unit}\n{facts.Case.Community}",
        OvertimeLikeness.SubType => facts.Case.SubType,
        OvertimeLikeness.SubTypeAndStreet => $"{facts.Case.SubType}\n{facts.Case.Street}",
        OvertimeLikeness.MainType => facts.Case.MainType,
        OvertimeLikeness.CommunityAndSource => $"{facts.Case.Community}\n{facts.Case.Source}",
        OvertimeLikeness.Source => facts.Case.Source,
        OvertimeLikeness.UnitAndProperty => $"{facts.Unit}\n{facts.Case.Property}",
        OvertimeLikeness.UnitSubTypeAndSource => $"{facts.Unit}\n{facts.Case.SubType}\n{facts.Case.Source}",
        OvertimeLikeness.UnitSubTypeAndCommunity => $"{facts.Unit}\n{facts.Case.SubType}\n{facts.Case.Community}",
        OvertimeLikeness.SubTypeAndSource => $"{facts.Case.SubType}\n{facts.Case.Source}",
        OvertimeLikeness.Community => facts.Case.Community,
        _ => throw new ArgumentOutOfRangeException(nameof(alike)),
    });

    /// <summary>What a narrow set leans on where its cases are few; null: on all cases.</summary>
    public static OvertimeLikeness? Wider(OvertimeLikeness alike) => alike switch
    {
        OvertimeLikeness.UnitAndSubType => OvertimeLikeness.UnitAndMainType,
        OvertimeLikeness.UnitSubTypeAndSource or OvertimeLikeness.UnitSubTypeAndCommunity => OvertimeLikeness.UnitAndSubType,
        OvertimeLikeness.UnitAndMainType or OvertimeLikeness.UnitAndSource or OvertimeLikeness.UnitAndCommunity or OvertimeLikeness.UnitAndProperty => OvertimeLikeness.Unit,
        OvertimeLikeness.SubTypeAndStreet or OvertimeLikeness.SubTypeAndSource => OvertimeLikeness.SubType,
        OvertimeLikeness.SubType => OvertimeLikeness.MainType,
        OvertimeLikeness.CommunityAndSource => OvertimeLikeness.Source,
        _ => null,
    };
}
