using System.ComponentModel.DataAnnotations;
using Linli.Cases.ListCases;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Live;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.SavedFilters;

/// <summary>Saves conditions of the list under a name.</summary>
internal sealed record SaveFilter : ICommand
{
    [Required(ErrorMessage = "cases.filter-name"), StringLength(20, ErrorMessage = "cases.filter-name")] public string? Name { get; set; }

    /// <summary>The conditions as in the address of the list, e.g. <c>?status=handling&amp;due=overdue</c>.</summary>
    [StringLength(1000, ErrorMessage = "cases.filter-too-long")] public string? Query { get; set; }

    /// <summary>Who is offered it.</summary>
    [EnumDataType(typeof(FilterReach), ErrorMessage = "cases.filter-reach")] public FilterReach Reach { get; set; }
}

/// <summary>Renames a filter.</summary>
internal sealed record RenameFilter : ICommand
{
    [Required(ErrorMessage = "cases.filter-name"), StringLength(20, ErrorMessage = "cases.filter-name")] public string? Name { get; set; }

    /// <summary>The version that the caller saw.</summary>
    public int Version { get; set; }
}

/// <summary>Keeps, renames and removes filters, and says with which somebody's list begins.</summary>
internal sealed class SaveFilterHandler(AppDb db, IAccess access, TimeProvider clock, ReaderMemory memory)
{
    /// <summary>As many as one looks over, and as are counted at once.</summary>
    public const int MostOfOne = 12;

    public async Task<Result<SavedFilter>> HandleAsync(SaveFilter command, CancellationToken ct)
    {
        if (CommandValidation.Check(command) is { } invalid) return invalid;
        if (access.Actor.Id is not { } self) return Problem.Forbidden;
        if (command.Reach is FilterReach.All && !access.May(CasesPolicies.ShareFilters)) return Problem.Forbidden;
        if (command.Reach is FilterReach.Unit && access.Unit is null) return Problem.Invalid("reach", "cases.filter-reach");
        if (await db.SavedFilters.CountAsync(f => f.OwnerId == self, ct) >= MostOfOne) return Problem.Invalid("name", "cases.too-many-filters");
        var filter = new SavedFilter
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()), Name = command.Name!.Trim(), Query = Read(command.Query).At(""), OwnerId = self, Reach = command.Reach, UnitId = command.Reach is FilterReach.Unit ? access.Unit : null,
        };
        db.Add(filter);
        if (filter.Reach is not FilterReach.Mine) db.AfterCommit(memory.Forget);
        db.Audit(access, "cases.save-filter", filter.Subject, clock.GetUtcNow(), details: new { filter.Name, filter.Query, filter.Reach });
        await db.SaveChangesAsync(ct);
        return filter;
    }

    public Task<Result<Done>> RenameAsync(Guid id, RenameFilter command, CancellationToken ct) => ChangeAsync(id, command.Version, "cases.rename-filter", filter =>
    {
        filter.Name = command.Name!.Trim();
        filter.Version++;
    }, CommandValidation.Check(command), ct);

    /// <summary>Takes a filter away; lists that began with it begin as they did before.</summary>
    public async Task<Result<Done>> RemoveAsync(Guid id, int version, CancellationToken ct)
    {
        await using var work = await db.BeginAsync(ct);
        if (!(await ChangeAsync(id, version, "cases.remove-filter", filter => db.Remove(filter), null, ct)).Succeeded(out var done, out var problem)) return problem;
        await db.FirstFilters.Where(f => f.FilterId == id).ExecuteDeleteAsync(ct);
        await work.CommitAsync(ct);
        return done;
    }

    /// <summary>The caller's list begins with this filter from now on; with null as before.</summary>
    public async Task<Result<Done>> BeginWithAsync(Guid? id, CancellationToken ct)
    {
        if (access.Actor.Id is not { } self) return Problem.Forbidden;
        if (id is { } chosen && !await db.SavedFilters.OfferedTo(access).AnyAsync(f => f.Id == chosen, ct)) return Problem.NotFound;
        var first = await db.FirstFilters.SingleOrDefaultAsync(f => f.AccountId == self, ct);
        if (id is null) { if (first is not null) db.Remove(first); }
        else if (first is not null) first.FilterId = id.Value;
        else db.Add(new FirstFilter { AccountId = self, FilterId = id.Value });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            return Problem.Stale;   // pressed twice at once
        }
        return new Done();
    }

    /// <summary>Whether the caller may rename and remove it: their own, and what all are offered by whoever may offer it.</summary>
    public static bool MayChange(SavedFilter filter, IAccess access) => filter.OwnerId == access.Actor.Id || (filter.Reach is FilterReach.All && access.May(CasesPolicies.ShareFilters));

    /// <summary>The conditions that an address names; what makes no sense is left out.</summary>
    public static CaseFilter Read(string? query) => CaseFilter.Read(new QueryCollection(QueryHelpers.ParseQuery(query)));

    private async Task<Result<Done>> ChangeAsync(Guid id, int version, string act, Action<SavedFilter> change, Problem? invalid, CancellationToken ct)
    {
        if (invalid is not null) return invalid;
        if (await db.SavedFilters.OfferedTo(access).SingleOrDefaultAsync(f => f.Id == id, ct) is not { } filter) return Problem.NotFound;
        if (!MayChange(filter, access)) return Problem.Forbidden;
        if (filter.Version != version) return Problem.Stale;
        var before = filter.Name;
        change(filter);
        if (filter.Reach is not FilterReach.Mine) db.AfterCommit(memory.Forget);
        db.Audit(access, act, filter.Subject, clock.GetUtcNow(), details: new { from = before, to = filter.Name });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale;
        }
        return new Done();
    }
}
