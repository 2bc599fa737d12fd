using Linli.Platform.Access;

namespace Linli.Workforce;

/// <summary>社区工作者: somebody who works for a division in a post. Rows are ended, not removed.</summary>
internal sealed class Worker : IInDivision
{
    /// <summary>What the encrypted phone is bound to.</summary>
    public const string PhonePurpose = "workforce.worker.phone";

    public required Guid Id { get; init; }
    public required string DivisionCode { get; set; }
    public required string Name { get; set; }
    public byte[]? Phone { get; set; }
    public required Guid PostId { get; set; }
    public Guid? UnitId { get; set; }

    /// <summary>The account with which they see their shifts and ask for leave.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>Working days of annual leave a year.</summary>
    public required int AnnualLeave { get; set; }
    public required DateOnly Since { get; init; }

    /// <summary>The first day on which they do not work here any more.</summary>
    public DateOnly? Until { get; set; }
    public int Version { get; set; } = 1;

    public string Subject => $"worker/{Id}";
}
