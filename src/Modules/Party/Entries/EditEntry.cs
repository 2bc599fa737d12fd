using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Time;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Party;

/// <summary>A new line of a list, or with a key and the version that the caller saw, other facts of one. Its list stays the same.</summary>
internal sealed record EditEntry : ICommand
{
    public Guid? Id { get; set; }
    public int Version { get; set; }
    public EntryKind Kind { get; set; }

    [Required(ErrorMessage = "party.division-unknown")] public string? DivisionCode { get; set; }
    [Required(ErrorMessage = "party.title-missing"), StringLength(100, ErrorMessage = "party.too-long")] public string? Title { get; set; }
    [StringLength(1000, ErrorMessage = "party.too-long")] public string? Details { get; set; }

    /// <summary>Who needs or gives it, in words.</summary>
    [Required(ErrorMessage = "party.owner-missing"), StringLength(100, ErrorMessage = "party.too-long")] public string? Owner { get; set; }

    /// <summary>It does not stand in the list any more, from today on.</summary>
    public bool Closed { get; set; }
}

/// <summary>A line of a list with how many projects answer or use it.</summary>
internal sealed record EntryLine(Guid Id, EntryKind Kind, string Title, string? Details, string Owner, string DivisionCode, string Division, int Projects, DateOnly Since, DateOnly? Until, int Version);

/// <summary>Keeps the lists of needs and of resources.</summary>
internal sealed class EditEntryHandler(AppDb db, IAccess access, PartyChange change, PartyPlaces places, SiteTime site, TimeProvider clock)
{
    private const int Most = 500;

    /// <param name="kind">Which list.</param>
    /// <param name="under">Only within this division.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<EntryLine>> List(EntryKind kind, string? under, CancellationToken ct)
    {
        var projects = db.Projects;
        var rows = await db.Entries.AsNoTracking().Within(access, under).Present().Where(e => e.Kind == kind).OrderByDescending(e => e.Since).ThenByDescending(e => e.Id).Take(Most)
            .Select(e => new { Entry = e, Projects = projects.Count(p => (p.NeedId == e.Id || p.ResourceId == e.Id) && p.State != ProjectState.GivenUp) }).ToListAsync(ct);
        return rows.ConvertAll(row => new EntryLine(
            row.Entry.Id, row.Entry.Kind, row.Entry.Title, row.Entry.Details, row.Entry.Owner, row.Entry.DivisionCode, places.PathOf(row.Entry.DivisionCode), row.Projects, row.Entry.Since, row.Entry.Until, row.Entry.Version));
    }

    public async Task<Result<Guid>> Handle(EditEntry command, CancellationToken ct)
    {
        if (!places.Has(command.DivisionCode)) return Problem.Invalid("divisionCode", "party.division-unknown");
        var present = command.Id is { } id ? await db.Entries.Within(access).SingleOrDefaultAsync(e => e.Id == id, ct) : null;
        if (command.Id is not null && present is null) return Problem.NotFound;
        if (present is not null && present.Version != command.Version) return Problem.Stale;
        if (present?.Until is not null) return PartyErrors.Ended;
        var today = site.Date(clock.GetUtcNow());
        var entry = present ?? db.Add(new Entry { Id = Guid.CreateVersion7(clock.GetUtcNow()), Kind = command.Kind, DivisionCode = command.DivisionCode!, Title = command.Title!, Owner = command.Owner!, Since = today }).Entity;
        if (present is not null) entry.Version++;
        (entry.DivisionCode, entry.Title, entry.Details, entry.Owner) = (command.DivisionCode!, command.Title!.Trim(), command.Details?.Trim(), command.Owner!.Trim());
        if (command.Closed) entry.Until = today;
        return await change.SaveAsync(present is null ? "party.add-entry" : "party.edit-entry", entry.Subject, entry.DivisionCode, new { entry.Kind, entry.Title, command.Closed }, ct) is { } problem ? problem : entry.Id;
    }
}
