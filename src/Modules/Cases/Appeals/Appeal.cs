using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.Appeals;

/// <summary>申诉: a unit asks that a closed case does not count in its score; somebody else decides.</summary>
internal sealed class Appeal : IInDivision
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>Which closing: 0 the first.</summary>
    public required int Round { get; init; }

    /// <summary>Of the case.</summary>
    public required string DivisionCode { get; init; }
    public required Guid UnitId { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public required Guid? AskerId { get; init; }
    public required string AskerName { get; init; }

    /// <summary>Null until somebody has decided.</summary>
    public bool? Granted { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public string? DecidedBy { get; private set; }
    public string? Answer { get; private set; }
    public int Version { get; private set; } = 1;

    public string Subject => $"appeal/{Id}";

    public void Decide(bool granted, string? answer, string by, DateTimeOffset at) => (Granted, Answer, DecidedBy, DecidedAt, Version) = (granted, answer, by, at, Version + 1);
}

/// <summary>The table of appeals.</summary>
internal static class AppealsDb
{
    extension(AppDb db)
    {
        public DbSet<Appeal> Appeals => db.Set<Appeal>();
    }

    public static void Configure(ModelBuilder model) => model.Entity<Appeal>(e =>
    {
        e.ToTable("cases_appeal");
        e.Ignore(x => x.Subject);
        e.HasIndex(x => new { x.CaseId, x.Round, x.UnitId }).IsUnique();
        e.HasIndex(x => new { x.DivisionCode, x.AskedAt }).HasFilter("decided_at IS NULL");
    });
}
