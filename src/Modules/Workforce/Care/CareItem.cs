using Linli.Platform.Access;

namespace Linli.Workforce;

/// <summary>What is seen to for those who work here.</summary>
internal enum CareKind
{
    /// <summary>保险: accident or medical insurance that ends.</summary>
    Insurance,

    /// <summary>体检</summary>
    HealthCheck,
}

/// <summary>Something that is due for a worker: that it was done is kept, never what a doctor found.</summary>
internal sealed class CareItem : IInDivision
{
    public required Guid Id { get; init; }
    public required Guid WorkerId { get; init; }
    public required string DivisionCode { get; init; }
    public required CareKind Kind { get; init; }
    public required DateOnly DueOn { get; init; }
    public DateOnly? DoneOn { get; set; }
    public int Version { get; set; } = 1;
}
