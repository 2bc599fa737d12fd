using System.ComponentModel.DataAnnotations;
using Linli.Platform.Problems;
using Linli.Platform.Web;

namespace Linli.Cases.HandleCase;

/// <summary>办结: the unit says what it did, with photos after.</summary>
internal sealed record HandleCase : CaseCommand, IPhotoCommand<HandleCase>
{
    [Required(ErrorMessage = "cases.remark-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public override string? Remark { get; set; }

    /// <summary>Photos of the result; sent as multipart form data.</summary>
    [System.Text.Json.Serialization.JsonIgnore] public IReadOnlyList<Microsoft.AspNetCore.Http.IFormFile>? Photos { get; set; }
}

internal sealed class HandleCaseHandler(CaseWork work, Attaching attaching)
{
    public async Task<Result<CaseState>> HandleAsync(Guid id, HandleCase command, CancellationToken ct)
    {
        if (!(await attaching.StoreAsync(command.Photos, ct)).Succeeded(out var photos, out var refused)) return refused;
        return await work.DoAsync(
            id, command.Version, CaseAction.Handle, remark: command.Remark, forReporter: true,
            then: (found, entry) =>
            {
                foreach (var lead in found.OpenParts.Where(p => p.Role is AssignmentRole.Lead)) lead.End(AssignmentOutcome.Handled, work.Now);
                attaching.Attach(photos, entry, forReporter: true);
                return Task.CompletedTask;
            },
            ct: ct);
    }
}
