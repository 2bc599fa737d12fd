using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Party;

/// <summary>A project in the list.</summary>
internal sealed record ProjectLine(Guid Id, string Title, string DivisionCode, string Division, string Lead, ProjectState State, DateOnly? StartsOn, DateOnly? EndsOn, int? PeopleServed);

/// <summary>A page of projects, and how many there are in each state.</summary>
internal sealed record ProjectList(IReadOnlyList<ProjectLine> Items, int Total, IReadOnlyDictionary<ProjectState, int> States)
{
    public const int PageSize = 50;
}

/// <summary>A partner; with a key where it is a party organisation.</summary>
internal sealed record PartnerLine(string Name, Guid? OrganisationId);

/// <summary>Something that happened to a project.</summary>
internal sealed record ProjectEventLine(DateTimeOffset At, string ActedBy, ProjectState? State, string? Remark);

/// <summary>A project with all that is known of it.</summary>
internal sealed record ProjectDetail(
    Guid Id, string Title, string DivisionCode, string Division, Guid LeadId, string Lead, IReadOnlyList<PartnerLine> Partners, Guid? NeedId, string? Need, Guid? ResourceId, string? Resource,
    DateOnly? StartsOn, DateOnly? EndsOn, ProjectState State, string? Result, int? PeopleServed, IReadOnlyList<ProjectState> May, IReadOnlyList<ProjectEventLine> History, int Version);

/// <summary>The joint projects of the caller's divisions.</summary>
internal sealed class ListProjectsHandler(AppDb db, IAccess access, PartyPlaces places)
{
    /// <param name="under">Only within this division.</param>
    /// <param name="state">Only in this state.</param>
    /// <param name="title">Only those whose title contains this.</param>
    /// <param name="page">From 1.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ProjectList> Handle(string? under, ProjectState? state, string? title, int page, CancellationToken ct)
    {
        var rows = db.Projects.AsNoTracking().Within(access, under);
        if (title?.Trim() is { Length: > 0 } part) rows = rows.Where(p => p.Title.Contains(part));
        var states = await rows.GroupBy(p => p.State).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        var shown = await (from project in rows
                           where state == null || project.State == state
                           join lead in db.Organisations on project.LeadId equals lead.Id
                           orderby project.Id descending
                           select new { Project = project, Lead = lead.Name }).Skip((Math.Clamp(page, 1, 10_000) - 1) * ProjectList.PageSize).Take(ProjectList.PageSize).ToListAsync(ct);
        var lines = shown.ConvertAll(row => new ProjectLine(
            row.Project.Id, row.Project.Title, row.Project.DivisionCode, places.PathOf(row.Project.DivisionCode), row.Lead, row.Project.State, row.Project.StartsOn, row.Project.EndsOn, row.Project.PeopleServed));
        return new(lines, state is { } one ? states.GetValueOrDefault(one) : states.Values.Sum(), states);
    }

    public async Task<ProjectDetail?> Find(Guid id, CancellationToken ct)
    {
        if (await db.Projects.AsNoTracking().Within(access).SingleOrDefaultAsync(p => p.Id == id, ct) is not { } project) return null;
        var lead = await db.Organisations.Where(o => o.Id == project.LeadId).Select(o => o.Name).SingleAsync(ct);
        var partners = await db.Partners.Where(p => p.ProjectId == id).OrderBy(p => p.Position).Select(p => new PartnerLine(p.Name, p.OrganisationId)).ToListAsync(ct);
        var entries = await db.Entries.Where(e => e.Id == project.NeedId || e.Id == project.ResourceId).ToDictionaryAsync(e => e.Id, e => e.Title, ct);
        var history = await db.ProjectEvents.Where(e => e.ProjectId == id).OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => new ProjectEventLine(e.At, e.ActedBy, e.State, e.Remark)).ToListAsync(ct);
        return new(
            id, project.Title, project.DivisionCode, places.PathOf(project.DivisionCode), project.LeadId, lead, partners,
            project.NeedId, Title(project.NeedId), project.ResourceId, Title(project.ResourceId), project.StartsOn, project.EndsOn,
            project.State, project.Result, project.PeopleServed, ProjectTransitions.From(project.State), history, project.Version);

        string? Title(Guid? entry) => entry is { } key ? entries.GetValueOrDefault(key) : null;
    }
}
