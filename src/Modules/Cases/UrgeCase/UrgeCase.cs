using System.ComponentModel.DataAnnotations;
using Linli.Platform.Problems;

namespace Linli.Cases.UrgeCase;

/// <summary>催办: somebody entitled pushes; the unit sees how often.</summary>
internal sealed record UrgeCase : CaseCommand
{
    [Required(ErrorMessage = "cases.remark-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public override string? Remark { get; set; }
}

internal sealed class UrgeCaseHandler(CaseWork work)
{
    public Task<Result<CaseState>> HandleAsync(Guid id, UrgeCase command, CancellationToken ct) =>
        work.DoAsync(id, command.Version, CaseAction.Urge, remark: command.Remark, ct: ct);
}
