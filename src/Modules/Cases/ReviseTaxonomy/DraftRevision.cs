using System.ComponentModel.DataAnnotations;
using Linli.Cases.Channels;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Tables;
using Linli.Platform.Web;
using Microsoft.Extensions.Options;

namespace Linli.Cases.ReviseTaxonomy;

/// <summary>A changed taxonomy, a changed responsibility list, or both, as a table. Nothing is in force yet.</summary>
internal sealed record DraftRevision : ICommand
{
    [Required(ErrorMessage = "platform.table-missing"), StringLength(200, ErrorMessage = "platform.table-missing")] public string? FileName { get; set; }

    /// <summary>A workbook with a sheet of categories, one of entries or both; or CSV with one of them. In JSON as base64.</summary>
    [Required(ErrorMessage = "platform.table-missing")] public byte[]? File { get; set; }

    /// <summary>Whether a sheet names all there is to be, so that what it leaves out ends.</summary>
    public bool Complete { get; set; }
}

/// <summary>Takes a table in and says what it would change.</summary>
internal sealed class DraftRevisionHandler(AppDb db, IAccess access, TaxonomyCache cache, ChannelCache channels, IDivisions divisions, IUnits units, IOptions<CasesOptions> options, TimeProvider clock)
{
    public const int MostRows = 100_000, MostBytes = 20 << 20;
    private const int Sheets = 4, LongestName = 100;

    public async Task<Result<Guid>> HandleAsync(DraftRevision command, CancellationToken ct)
    {
        if (CommandValidation.Check(command) is { } invalid) return invalid;
        if (command.File!.Length > MostBytes) return Problem.Invalid("file", "platform.table-too-long");
        if (!TableReader.Read(command.File, MostRows, Sheets).Succeeded(out var sheets, out var unreadable)) return unreadable;
        var home = options.Value.HomeDivision;
        var content = new ReadRevision(await cache.GetAsync(ct), await channels.GetAsync(ct), divisions, units, access, home, command.Complete).Of(sheets);
        var (now, name) = (clock.GetUtcNow(), Path.GetFileName(command.FileName!));
        var revision = new Revision
        {
            Id = Guid.CreateVersion7(now), FileName = name.Length <= LongestName ? name : name[^LongestName..], DivisionCode = access.Division is { Length: > 0 } own ? own : home,
            ActorId = access.Actor.Id, ActorName = access.Actor.Name, CreatedAt = now, Content = content.Write(), Changes = content.Changes, Refused = content.Refused.Count,
        };
        db.Add(revision);
        db.Audit(access, "cases.draft-revision", revision.Subject, now, revision.DivisionCode, new { revision.FileName, revision.Changes, revision.Refused });
        await db.SaveChangesAsync(ct);
        return revision.Id;
    }
}
