namespace Linli.Registry;

/// <summary>How two records belong together, from a day on and perhaps to one: who lives in a house, who belongs to a household, who works in a firm.</summary>
internal sealed class RecordLink
{
    public required Guid Id { get; init; }
    public required Guid FromId { get; set; }
    public required Guid ToId { get; set; }
    public required LinkKind Kind { get; init; }
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The first day on which it is true no more.</summary>
    public DateOnly? ValidTo { get; set; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required string RecordedBy { get; init; }
}

/// <summary>How one record belongs to another.</summary>
internal enum LinkKind
{
    /// <summary>居住于</summary>
    LivesIn,

    /// <summary>户主</summary>
    HeadOf,

    /// <summary>户成员</summary>
    MemberOf,

    /// <summary>拥有</summary>
    Owns,

    /// <summary>承租</summary>
    Rents,

    /// <summary>就职于</summary>
    WorksAt,

    /// <summary>位于</summary>
    IsAt,

    /// <summary>持有</summary>
    Holds,

    /// <summary>照护、监护</summary>
    CaresFor,
}

/// <summary>Which types of record may belong together how. Types of the district's own are somewhere, and are owned.</summary>
internal static class LinkRules
{
    private static readonly string[] Owners = ["person", "firm", "organisation"];

    /// <summary>Whether a record of one type may belong to one of another so.</summary>
    public static bool Allows(this LinkKind kind, string from, string to) => kind switch
    {
        LinkKind.LivesIn => from is "person" or "household" && to == "house",
        LinkKind.HeadOf or LinkKind.MemberOf => from == "person" && to == "household",
        LinkKind.Owns or LinkKind.Rents => Owners.Contains(from) && to is not ("person" or "household"),
        LinkKind.WorksAt => from == "person" && to is "firm" or "organisation",
        LinkKind.IsAt => from is not ("person" or "household") && to is "house" or "facility",
        LinkKind.Holds => Owners.Contains(from) && to == "certificate",
        _ => from == "person" && to == "person",
    };
}
