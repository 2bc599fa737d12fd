using System.ComponentModel.DataAnnotations;
using Linli.Platform.Problems;
using Linli.Platform.Time;

namespace Linli.Cases.AskSuspension;

/// <summary>申请挂起: the unit asks that the clock stand still until a day, because it waits for something that is not in its hands.</summary>
internal sealed record AskSuspension : CaseCommand
{
    /// <summary>The day on which the clock runs again.</summary>
    [Required(ErrorMessage = "cases.until-missing")] public DateOnly? Until { get; set; }

    [Required(ErrorMessage = "cases.remark-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public override string? Remark { get; set; }
}

internal sealed class AskSuspensionHandler(CaseWork work, SiteTime site)
{
    public async Task<Result<CaseState>> HandleAsync(Guid id, AskSuspension command, CancellationToken ct)
    {
        var until = site.StartOf(command.Until!.Value);
        if (until <= work.Now || until > work.Now + Case.LongestSuspension) return CaseErrors.SuspensionTooLong;
        return await work.DoAsync(
            id, command.Version, CaseAction.AskSuspension, remark: command.Remark,
            change: found =>
            {
                found.Ask(new(until, null));
                return null;
            },
            facts: found => found.Asked, ct: ct);
    }
}
