using System.ComponentModel.DataAnnotations;
using Linli.Platform.Problems;
using Linli.Worktime;

namespace Linli.Cases.AskExtension;

/// <summary>申请延期: the unit asks for more time, at most as much again as it had.</summary>
internal sealed record AskExtension : CaseCommand
{
    /// <summary>How much more, in what the limit of handling is counted in.</summary>
    [Required(ErrorMessage = "cases.extension-missing")] public decimal? Amount { get; set; }

    [Required(ErrorMessage = "cases.remark-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public override string? Remark { get; set; }
}

internal sealed class AskExtensionHandler(CaseWork work)
{
    public Task<Result<CaseState>> HandleAsync(Guid id, AskExtension command, CancellationToken ct) => work.DoAsync(
        id, command.Version, CaseAction.AskExtension, remark: command.Remark,
        change: found =>
        {
            var limit = found.Promise.Handle;
            if (command.Amount is not { } amount || amount <= 0 || amount > limit.Amount) return CaseErrors.ExtensionTooLong;
            found.Ask(new(null, new Limit(amount, limit.Unit)));
            return null;
        },
        facts: found => found.Asked, ct: ct);
}
