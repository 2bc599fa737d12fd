using System.ComponentModel.DataAnnotations;
using Linli.Cases.Channels;
using Linli.Cases.Deadlines;
using Linli.Cases.ReviseTaxonomy;
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

    /// <summary>Only for what was reported then: <c>working</c>, <c>off</c>, or days and hours such as <c>1-5 08:00-18:00</c>.</summary>
    [StringLength(40, ErrorMessage = "cases.time-form")] public string? Time { get; set; }

    /// <summary>Only for what came by this channel.</summary>
    [StringLength(50, ErrorMessage = "cases.unknown-channel")] public string? Channel { get; set; }

    /// <summary>Only for this level (1 to 5) or graver.</summary>
    [Range(1, 5, ErrorMessage = "cases.bad-level")] public int? Level { get; set; }

    /// <summary>Only where this extra question was answered with <see cref="Answer"/>.</summary>
    [StringLength(50, ErrorMessage = "cases.unknown-question")] public string? Question { get; set; }
    [StringLength(200, ErrorMessage = "cases.unknown-answer")] public string? Answer { get; set; }

    internal bool Conditional => Draft != new ConditionDraft(null, null, null, null, null);

    internal ConditionDraft Draft => new(Given(Time), Given(Channel), Level, Given(Question), Given(Answer));

    internal Promise Promise => new(Limit.Parse(Accept!), Limit.Parse(Dispatch!), Limit.Parse(Handle!), Given(Standard), Given(LegalBasis));

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

internal sealed class SetResponsibilityHandler(AppDb db, IAccess access, IDivisions divisions, IUnits units, ChannelCache channels, TaxonomyCache cache, DryRunHandler dryRun, TimeProvider clock)
{
    public async Task<Result<Done>> HandleAsync(string category, SetResponsibility command, CancellationToken ct)
    {
        if (!(await ReadAsync(category, command, ct)).Succeeded(out var key, out var problem)) return problem;
        var (now, unit) = (clock.GetUtcNow(), command.UnitId!.Value);
        var inForce = await db.Responsibilities.InForceAsync(key, now, ct);
        var former = inForce?.UnitId;
        if (!db.PutInForce(inForce, key, unit, command.Promise, now)) return new Done();
        db.Audit(access, "cases.set-responsibility", "category/" + category, now, key.Division, new { from = former, to = unit, command.Handle, Condition = ConditionDraft.Of(key.Condition) });
        db.AfterCommit(cache.Forget);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale;   // somebody else changed the entry at this moment
        }
        return new Done();
    }

    /// <summary>What the cases of last month would make of it. Nothing is written.</summary>
    public async Task<Result<DryRun>> TryAsync(string category, SetResponsibility command, CancellationToken ct) =>
        (await ReadAsync(category, command, ct)).Succeeded(out var key, out var problem) ? await dryRun.OfEntryAsync(key, new(command.UnitId!.Value, command.Promise), ct) : problem;

    private async Task<Result<EntryKey>> ReadAsync(string category, SetResponsibility command, CancellationToken ct)
    {
        if (CommandValidation.Check(command) is { } invalid) return invalid;
        var taxonomy = await cache.GetAsync(ct);
        if (taxonomy.Find(category) is not { EndedAt: null }) return Problem.NotFound;
        if (divisions.Find(command.DivisionCode!) is null || !access.Sees(command.DivisionCode!)) return CaseErrors.UnknownDivision;
        if (units.Find(command.UnitId!.Value) is null) return CaseErrors.UnknownUnit;
        if (command.Draft.Read(category, taxonomy, await channels.GetAsync(ct), out var condition) is { } unclear) return unclear;
        return new EntryKey(category, command.DivisionCode!, condition);
    }
}
