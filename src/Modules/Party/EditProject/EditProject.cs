using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Party;

/// <summary>A new project, or with a key and the version that the caller saw, other facts of one that is not over.</summary>
internal sealed record EditProject : ICommand
{
    public Guid? Id { get; set; }
    public int Version { get; set; }

    [Required(ErrorMessage = "party.division-unknown")] public string? DivisionCode { get; set; }
    [Required(ErrorMessage = "party.title-missing"), StringLength(100, ErrorMessage = "party.too-long")] public string? Title { get; set; }
    [Required(ErrorMessage = "party.organisation-unknown")] public Guid? LeadId { get; set; }

    /// <summary>A partner a line: the name of a party organisation, or of any unit.</summary>
    [StringLength(2000, ErrorMessage = "party.too-long")] public string? Partners { get; set; }

    /// <summary>The need that it answers, and the resource that it uses.</summary>
    public Guid? NeedId { get; set; }
    public Guid? ResourceId { get; set; }
    public DateOnly? StartsOn { get; set; }
    public DateOnly? EndsOn { get; set; }
}

/// <summary>Enters and changes joint projects of the caller's divisions.</summary>
internal sealed class EditProjectHandler(AppDb db, IAccess access, PartyChange change, PartyPlaces places, TimeProvider clock)
{
    private const int MostPartners = 20, LongestName = 100;

    public async Task<Result<Guid>> Handle(EditProject command, CancellationToken ct)
    {
        await using var work = await db.BeginAsync(ct);
        var present = command.Id is { } id ? await db.Projects.Within(access).SingleOrDefaultAsync(p => p.Id == id, ct) : null;
        if (command.Id is not null && present is null) return Problem.NotFound;
        if (present is not null && present.Version != command.Version) return Problem.Stale;
        if (present?.IsOver == true) return PartyErrors.ProjectOver;
        if (await FaultAsync(command, present, ct) is { } fault) return fault;
        var now = clock.GetUtcNow();
        var project = present ?? db.Add(new Project { Id = Guid.CreateVersion7(now), DivisionCode = command.DivisionCode!, Title = command.Title!, LeadId = command.LeadId!.Value }).Entity;
        if (present is not null) project.Version++;
        (project.DivisionCode, project.Title, project.LeadId) = (command.DivisionCode!, command.Title!.Trim(), command.LeadId!.Value);
        (project.NeedId, project.ResourceId, project.StartsOn, project.EndsOn) = (command.NeedId, command.ResourceId, command.StartsOn, command.EndsOn);
        await WritePartnersAsync(project.Id, Names(command), now, ct);
        db.Append(new ProjectEvent { Id = Guid.CreateVersion7(now), ProjectId = project.Id, At = now, ActedBy = access.Actor.Name, State = present is null ? ProjectState.Draft : null });
        if (await change.SaveAsync(present is null ? "party.add-project" : "party.edit-project", project.Subject, project.DivisionCode, new { project.Title, project.LeadId }, ct) is { } stands) return stands;
        await work.CommitAsync(ct);
        return project.Id;
    }

    private async Task<Problem?> FaultAsync(EditProject command, Project? present, CancellationToken ct)
    {
        if (!places.Has(command.DivisionCode)) return Problem.Invalid("divisionCode", "party.division-unknown");
        if (command.EndsOn < command.StartsOn) return Problem.Invalid("endsOn", "party.ends-before");
        if (Names(command) is var names && (names.Count > MostPartners || names.Exists(name => name.Length > LongestName))) return Problem.Invalid("partners", "party.too-long");
        if (command.LeadId != present?.LeadId && !await db.Organisations.Within(access).Present().AnyAsync(o => o.Id == command.LeadId, ct)) return Problem.Invalid("leadId", "party.organisation-unknown");
        if (command.NeedId is { } need && need != present?.NeedId && !await IsEntryAsync(need, EntryKind.Need, ct)) return Problem.Invalid("needId", "party.entry-unknown");
        return command.ResourceId is { } resource && resource != present?.ResourceId && !await IsEntryAsync(resource, EntryKind.Resource, ct) ? Problem.Invalid("resourceId", "party.entry-unknown") : null;
    }

    private Task<bool> IsEntryAsync(Guid id, EntryKind kind, CancellationToken ct) => db.Entries.Within(access).Present().AnyAsync(e => e.Id == id && e.Kind == kind, ct);

    private static List<string> Names(EditProject command) => [.. (command.Partners ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>A name that one organisation of the caller's divisions has is that organisation; any other is a unit's.</summary>
    private async Task WritePartnersAsync(Guid project, List<string> names, DateTimeOffset now, CancellationToken ct)
    {
        await db.Partners.Where(p => p.ProjectId == project).ExecuteDeleteAsync(ct);
        var known = (await db.Organisations.Within(access).Present().Where(o => names.Contains(o.Name)).Select(o => new { o.Id, o.Name }).ToListAsync(ct)).ToLookup(o => o.Name, o => o.Id, StringComparer.Ordinal);
        db.AddRange(names.Select((name, i) => new Partner { Id = Guid.CreateVersion7(now), ProjectId = project, Name = name, Position = i, OrganisationId = known[name].ToList() is [var only] ? only : null }));
    }
}
