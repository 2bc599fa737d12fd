using Linli.Platform.Access;

namespace Linli.Workforce;

/// <summary>岗位: a job that a division has people for.</summary>
internal sealed class Post : IInDivision
{
    public required Guid Id { get; init; }
    public required string DivisionCode { get; init; }
    public required string Name { get; set; }

    /// <summary>How many people it is meant for.</summary>
    public required int Seats { get; set; }
    public int Version { get; set; } = 1;
}
