using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Time;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Workforce;

/// <summary>A new post, or with a key and the version that the caller saw, another name and number of seats.</summary>
internal sealed record EditPost : ICommand
{
    public Guid? Id { get; set; }
    public int Version { get; set; }

    [Required(ErrorMessage = "workforce.division-unknown")] public string? DivisionCode { get; set; }
    [Required(ErrorMessage = "workforce.name-missing"), StringLength(50, ErrorMessage = "workforce.too-long")] public string? Name { get; set; }
    [Required(ErrorMessage = "workforce.seats-wrong"), Range(0, 1000, ErrorMessage = "workforce.seats-wrong")] public int? Seats { get; set; }
}

/// <summary>A post with how many work in it.</summary>
internal sealed record PostLine(Guid Id, string DivisionCode, string Division, string Name, int Seats, int Taken, int Version);

/// <summary>Keeps the posts of the caller's divisions.</summary>
internal sealed class EditPostHandler(AppDb db, IAccess access, WorkforceChange change, Workplaces places, SiteTime site, TimeProvider clock)
{
    public async Task<IReadOnlyList<PostLine>> List(string? under, CancellationToken ct)
    {
        var today = site.Date(clock.GetUtcNow());
        var taken = await db.Workers.Within(access, under).On(today).GroupBy(w => w.PostId).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        return [.. (await db.Posts.AsNoTracking().Within(access, under).OrderBy(p => p.DivisionCode).ThenBy(p => p.Name).ToListAsync(ct))
            .Select(p => new PostLine(p.Id, p.DivisionCode, places.PathOf(p.DivisionCode), p.Name, p.Seats, taken.GetValueOrDefault(p.Id), p.Version))];
    }

    public async Task<Result<Guid>> Handle(EditPost command, CancellationToken ct)
    {
        if (command.Id is null) return await Create(command, ct);
        if (await db.Posts.Within(access).SingleOrDefaultAsync(p => p.Id == command.Id, ct) is not { } post) return Problem.NotFound;
        if (post.Version != command.Version) return Problem.Stale;
        (post.Name, post.Seats, post.Version) = (command.Name!.Trim(), command.Seats!.Value, post.Version + 1);
        return await SaveAsync("workforce.edit-post", post, ct);
    }

    private async Task<Result<Guid>> Create(EditPost command, CancellationToken ct)
    {
        if (!places.Has(command.DivisionCode)) return Problem.Invalid("divisionCode", "workforce.division-unknown");
        var post = new Post { Id = Guid.CreateVersion7(clock.GetUtcNow()), DivisionCode = command.DivisionCode!, Name = command.Name!.Trim(), Seats = command.Seats!.Value };
        db.Add(post);
        return await SaveAsync("workforce.create-post", post, ct);
    }

    private async Task<Result<Guid>> SaveAsync(string act, Post post, CancellationToken ct) =>
        await change.SaveAsync(act, $"post/{post.Id}", post.DivisionCode, new { post.Name, post.Seats }, ct) is { } problem ? problem : post.Id;
}
