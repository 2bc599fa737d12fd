using System.ComponentModel.DataAnnotations;
using Linli.Cases.History;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.UnmergeCase;

/// <summary>撤销并案: the case stands again where it stood, with the clock it had.</summary>
internal sealed record UnmergeCase : CaseCommand
{
    [Required(ErrorMessage = "cases.remark-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public override string? Remark { get; set; }
}

internal sealed class UnmergeCaseHandler(CaseWork work, AppDb db, IAccess access)
{
    public async Task<Result<CaseState>> HandleAsync(Guid id, UnmergeCase command, CancellationToken ct)
    {
        var master = await (from joined in db.Cases where joined.Id == id join c in db.Cases on joined.MasterId equals c.Id select c).SingleOrDefaultAsync(ct);
        return await work.DoAsync(
            id, command.Version, CaseAction.Unmerge, remark: command.Remark,
            facts: _ => new { Master = master?.Number },
            then: (found, _) =>
            {
                master!.LetGo();
                db.Remember(master, CaseAction.LetGo, access, work.Now, command.Remark, new { To = new { Joined = found.Number } });
                return Task.CompletedTask;
            },
            ct: ct);
    }
}
