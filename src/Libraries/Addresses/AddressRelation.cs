namespace Linli.Addresses;

/// <summary>How the place that is meant lies to the address that is written.</summary>
public enum RelationKind
{
    /// <summary>附近、旁边</summary>
    Near,
    /// <summary>对面</summary>
    Opposite,
    /// <summary>门口、前面</summary>
    Front,
    /// <summary>后面</summary>
    Behind,
    /// <summary>路口、交叉口</summary>
    Crossing,
    /// <summary>楼下、楼上、楼顶</summary>
    Building,
    /// <summary>里面</summary>
    Inside,
    /// <summary>东侧、以东、往东</summary>
    Side,
}

/// <summary>A word beside an address that says how the place lies to it (“对面”).</summary>
/// <param name="Kind">How.</param>
/// <param name="Span">Where it stands in the text.</param>
public sealed record AddressRelation(RelationKind Kind, Range Span);
