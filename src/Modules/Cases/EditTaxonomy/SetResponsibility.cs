using System.ComponentModel.DataAnnotations;
using Linli.Cases.Deadlines;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Linli.Worktime;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.EditTaxonomy;

/// <summary>Makes a unit responsible for a category in a division; an entry that is in force there ends.</summary>
internal sealed record SetResponsibility : ICommand
{
    /// <summary>The form of a limit.</summary>
    public const string LimitForm = @"^\d{1,4}(\.\d{1,2})?(wh|wd|h|d)$";

    [Required(ErrorMessage = "cases.unknown-division")] public string? DivisionCode { get; set; }
    [Required(ErrorMessage = "cases.unit-missing")] public Guid? UnitId { get; set; }

    /// <summary>Limits such as <c>2wh</c>, <c>5wd</c>, <c>24h</c>, <c>7d</c>.</summary>
    [Required(ErrorMessage = "cases.limit-form"), RegularExpression(LimitForm, ErrorMessage = "cases.limit-form")] public string? Accept { get; set; } = Promise.None.Accept.ToString();
    [Required(ErrorMessage = "cases.limit-form"), RegularExpression(LimitForm, ErrorMessage = "cases.limit-form")] public string? Dispatch { get; set; } = Promise.None.Dispatch.ToString();
    [Required(ErrorMessage = "cases.limit-form"), RegularExpression(LimitForm, ErrorMessage = "cases.limit-form")] public string? Handle { get; set; } = Promise.None.Handle.ToString();
    [StringLength(1000, ErrorMessage = "cases.standard-too-long")] public string? Standard { get; set; }
    [StringLength(500, ErrorMessage = "cases.standard-too-long")] public string? LegalBasis { get; set; }

    public Promise Promise => new(Limit.Parse(Accept!), Limit.Parse(Dispatch!), Limit.Parse(Handle!), Given(Standard), Given(LegalBasis));

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

internal sealed class SetResponsibilityHandler(AppDb db, IAccess access, IDivisions divisions, IUnits units, TaxonomyCache cache, TimeProvider clock)
{
    public async Task<Result<Done>> HandleAsync(string category, SetResponsibility command, CancellationToken ct)
    {
        if ((await cache.GetAsync(ct)).Find(category) is null) return Problem.NotFound;
        if (divisions.Find(command.DivisionCode!) is null || !access.Sees(command.DivisionCode!)) return CaseErrors.UnknownDivision;
        if (units.Find(command.UnitId!.Value) is not { } unit) return CaseErrors.UnknownUnit;
        var (now, division) = (clock.GetUtcNow(), command.DivisionCode!);
        var inForce = await db.Responsibilities.InForce(now).Where(e => e.CategoryCode == category && e.DivisionCode == division).OrderByDescending(e => e.ValidFrom).FirstOrDefaultAsync(ct);
        var former = inForce?.UnitId;
        if (!db.PutInForce(inForce, category, division, unit.Id, command.Promise, now)) return new Done();
        db.Audit(access, "cases.set-responsibility", "category/" + category, now, division, new { from = former, to = unit.Id, command.Handle });
        db.AfterCommit(cache.Forget);
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
