using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Linli.Workforce;

/// <summary>A worker as shown, the phone masked.</summary>
internal sealed record WorkerLine(
    Guid Id, string Name, string? Phone, Guid PostId, string Post, string DivisionCode, string Division, Guid? UnitId, Guid? AccountId, int AnnualLeave, DateOnly Since, DateOnly? Until, int Version);

/// <summary>A page of workers.</summary>
internal sealed record WorkerList(IReadOnlyList<WorkerLine> Items, int Total)
{
    public const int PageSize = 50;
}

/// <summary>Who works in the caller's divisions.</summary>
internal sealed class ListWorkersHandler(AppDb db, IAccess access, Workplaces places, FieldCipher cipher, SiteTime site, TimeProvider clock)
{
    /// <param name="under">Only within this division.</param>
    /// <param name="name">Only those whose name begins so.</param>
    /// <param name="page">From 1.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<WorkerList> Handle(string? under, string? name, int page, CancellationToken ct)
    {
        var rows = db.Workers.AsNoTracking().Within(access, under).On(site.Date(clock.GetUtcNow()));
        if (!string.IsNullOrWhiteSpace(name)) rows = rows.Where(w => w.Name.StartsWith(name.Trim()));
        var shown = rows.OrderBy(w => w.DivisionCode).ThenBy(w => w.Id).Skip((Math.Clamp(page, 1, 10_000) - 1) * WorkerList.PageSize).Take(WorkerList.PageSize);
        return new(await LinesAsync(shown, ct), await rows.CountAsync(ct));
    }

    public async Task<WorkerLine?> Find(Guid id, CancellationToken ct) =>
        (await LinesAsync(db.Workers.AsNoTracking().Within(access).Where(w => w.Id == id), ct)).SingleOrDefault();

    private async Task<List<WorkerLine>> LinesAsync(IQueryable<Worker> workers, CancellationToken ct)
    {
        var rows = await workers.ToListAsync(ct);
        var ids = rows.ConvertAll(w => w.PostId);
        var posts = await db.Posts.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        return rows.ConvertAll(w => new WorkerLine(
            w.Id, w.Name, w.Phone is { } phone ? Masking.Phone(cipher.Unprotect(phone, Worker.PhonePurpose)) : null, w.PostId, posts.GetValueOrDefault(w.PostId, ""),
            w.DivisionCode, places.PathOf(w.DivisionCode), w.UnitId, w.AccountId, w.AnnualLeave, w.Since, w.Until, w.Version));
    }
}
