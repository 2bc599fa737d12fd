using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Linli.Party;

/// <summary>A project goes on into another state. Who finishes it says what came of it and for how many; who gives it up says why.</summary>
internal sealed record MoveProject : ICommand
{
    public int Version { get; set; }
    [Required(ErrorMessage = "party.state-missing")] public ProjectState? To { get; set; }
    [StringLength(1000, ErrorMessage = "party.too-long")] public string? Remark { get; set; }
    [Range(0, 10_000_000, ErrorMessage = "party.count-wrong")] public int? PeopleServed { get; set; }
}

internal sealed class MoveProjectHandler(AppDb db, IAccess access, PartyChange change, TimeProvider clock)
{
    public async Task<Result<Done>> Handle(Guid id, MoveProject command, CancellationToken ct)
    {
        if (await db.Projects.Within(access).SingleOrDefaultAsync(p => p.Id == id, ct) is not { } project) return Problem.NotFound;
        if (project.Version != command.Version) return Problem.Stale;
        var (from, to, words) = (project.State, command.To!.Value, command.Remark?.Trim() ?? "");
        if (!ProjectTransitions.From(from).Contains(to)) return PartyErrors.NotFromHere(from, to);
        if (to is ProjectState.Done or ProjectState.GivenUp && words.Length < 2) return Problem.Invalid("remark", "party.remark-missing");
        if (to is ProjectState.Done && command.PeopleServed is null) return Problem.Invalid("peopleServed", "party.count-wrong");
        _ = to is ProjectState.Done ? project.TryFinish(words, command.PeopleServed!.Value) : project.TryMove(to);
        var now = clock.GetUtcNow();
        db.Append(new ProjectEvent { Id = Guid.CreateVersion7(now), ProjectId = id, At = now, ActedBy = access.Actor.Name, State = to, Remark = words.Length > 0 ? words : null });
        return await change.SaveAsync("party.move-project", project.Subject, project.DivisionCode, new { from, to }, ct) is { } problem ? problem : new Done();
    }
}

internal static class MoveProjectEndpoint
{
    /// <summary>Moves a project on; a step that the table of transitions lacks gets 409 with those that it has.</summary>
    public static async Task<Results<NoContent, ProblemResult>> Post(Guid id, MoveProject command, MoveProjectHandler handler, CancellationToken ct) => (await handler.Handle(id, command, ct)).ToHttp();
}
