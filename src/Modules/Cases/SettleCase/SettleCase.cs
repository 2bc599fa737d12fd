using System.ComponentModel.DataAnnotations;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;

namespace Linli.Cases.SettleCase;

/// <summary>就地办结: whoever finds it puts it right on the spot; the case is closed without going anywhere, and a photo shows it.</summary>
internal sealed record SettleCase : CaseCommand, IPhotoCommand<SettleCase>
{
    /// <summary>The category, where the case has none yet.</summary>
    public string? CategoryCode { get; set; }

    [Required(ErrorMessage = "cases.remark-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public override string? Remark { get; set; }

    /// <summary>Photos of the result; sent as multipart form data.</summary>
    [System.Text.Json.Serialization.JsonIgnore] public IReadOnlyList<Microsoft.AspNetCore.Http.IFormFile>? Photos { get; set; }
}

internal sealed class SettleCaseHandler(CaseWork work, Attaching attaching, AppDb db, TaxonomyCache taxonomy, IUnits units, IAccess access)
{
    public async Task<Result<CaseState>> HandleAsync(Guid id, SettleCase command, CancellationToken ct)
    {
        if (!(await attaching.StoreAsync(command.Photos, ct)).Succeeded(out var photos, out var refused)) return refused;
        if (photos.Count == 0) return CaseErrors.PhotoMissing;
        var tree = await taxonomy.GetAsync(ct);
        return await work.DoAsync(
            id, command.Version, CaseAction.Settle, remark: command.Remark, forReporter: true,
            change: found =>
            {
                if (found.CategoryCode is null && (found.CategoryCode = tree.FindLeaf(command.CategoryCode)?.Code) is null) return CaseErrors.NoCategoryYet;
                found.GiveTo(units.Find(access.Unit!.Value)!);
                return null;
            },
            then: (found, entry) =>
            {
                var part = Assignment.Lead(found, work.Now);
                part.End(AssignmentOutcome.Handled, work.Now);
                db.Add(part);
                attaching.Attach(photos, entry, forReporter: true);
                return Task.CompletedTask;
            },
            ct: ct);
    }
}
