using System.ComponentModel.DataAnnotations;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Problems;
using Linli.Platform.Web;

namespace Linli.Cases.FinishPart;

/// <summary>协办办结: an assisting unit says what it did, with photos.</summary>
internal sealed record FinishPart : CaseCommand, IPhotoCommand<FinishPart>
{
    [Required(ErrorMessage = "cases.remark-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public override string? Remark { get; set; }

    /// <summary>Photos of the result; sent as multipart form data.</summary>
    [System.Text.Json.Serialization.JsonIgnore] public IReadOnlyList<Microsoft.AspNetCore.Http.IFormFile>? Photos { get; set; }
}

internal sealed class FinishPartHandler(CaseWork work, Attaching attaching, IUnits units, IAccess access)
{
    public async Task<Result<CaseState>> HandleAsync(Guid id, FinishPart command, CancellationToken ct)
    {
        if (!(await attaching.StoreAsync(command.Photos, ct)).Succeeded(out var photos, out var refused)) return refused;
        return await work.DoAsync(
            id, command.Version, CaseAction.FinishPart, remark: command.Remark,
            facts: _ => new { Unit = access.Unit is { } own ? units.Find(own)?.Name : null },
            then: (found, entry) =>
            {
                found.PartOf(access.Unit)!.End(AssignmentOutcome.Handled, work.Now);
                attaching.Attach(photos, entry, forReporter: false);
                return Task.CompletedTask;
            },
            ct: ct);
    }
}
