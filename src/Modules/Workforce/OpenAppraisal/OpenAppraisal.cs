using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Time;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Workforce;

/// <summary>A year of a street, or of the district's own people, shall be appraised.</summary>
internal sealed record OpenAppraisal : ICommand
{
    [Required(ErrorMessage = "workforce.division-unknown")] public string? DivisionCode { get; set; }
    [Required(ErrorMessage = "workforce.year-wrong"), Range(2000, 9998, ErrorMessage = "workforce.year-wrong")] public int? Year { get; set; }
}

internal sealed class OpenAppraisalHandler(AppDb db, IAccess access, WorkforceChange change, Workplaces places, SiteTime site, TimeProvider clock)
{
    /// <summary>The year of today.</summary>
    public int ThisYear => site.Date(clock.GetUtcNow()).Year;

    /// <summary>Where one may be opened.</summary>
    public IEnumerable<(string Code, string Path)> Holders => places.All.Where(place => Appraisal.HolderOf(place.Code) == place.Code);

    public async Task<Result<Guid>> Handle(OpenAppraisal command, CancellationToken ct)
    {
        if (!places.Has(command.DivisionCode) || Appraisal.HolderOf(command.DivisionCode!) != command.DivisionCode) return Problem.Invalid("divisionCode", "workforce.holder-wrong");
        if (command.Year > ThisYear) return Problem.Invalid("year", "workforce.year-wrong");
        if (await db.Appraisals.AnyAsync(a => a.DivisionCode == command.DivisionCode && a.Year == command.Year, ct)) return WorkforceErrors.AppraisedAlready;
        var now = clock.GetUtcNow();
        var appraisal = new Appraisal { Id = Guid.CreateVersion7(now), DivisionCode = command.DivisionCode!, Year = command.Year!.Value, OpenedBy = access.Actor.Name, OpenedAt = now };
        db.Add(appraisal);
        return await change.SaveAsync("workforce.open-appraisal", appraisal.Subject, appraisal.DivisionCode, new { appraisal.Year }, ct) is { } problem ? problem : appraisal.Id;
    }
}
