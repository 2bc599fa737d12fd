using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Time;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Workforce;

/// <summary>Something is due for a worker.</summary>
internal sealed record AddCare : ICommand
{
    [Required(ErrorMessage = "workforce.worker-unknown")] public Guid? WorkerId { get; set; }
    [Required(ErrorMessage = "workforce.kind-missing"), EnumDataType(typeof(CareKind), ErrorMessage = "workforce.kind-missing")] public CareKind? Kind { get; set; }
    [Required(ErrorMessage = "workforce.day-missing")] public DateOnly? DueOn { get; set; }
}

/// <summary>It was done today, in the version that the caller saw.</summary>
internal sealed record FinishCare(int Version) : ICommand;

/// <summary>What is due for a worker, as shown.</summary>
internal sealed record CareLine(Guid Id, Guid WorkerId, string Name, string Division, CareKind Kind, DateOnly DueOn, DateOnly? DoneOn, int Version);

/// <summary>Insurance and health checks of the caller's divisions.</summary>
internal sealed class CareHandler(AppDb db, IAccess access, WorkforceChange change, Workplaces places, SiteTime site, TimeProvider clock)
{
    private const int Most = 200;

    public DateOnly Today => site.Date(clock.GetUtcNow());

    /// <summary>What is still due, the longest due first; of one worker, also what was done.</summary>
    public async Task<IReadOnlyList<CareLine>> List(Guid? worker, CancellationToken ct)
    {
        var rows = await (from item in db.CareItems.AsNoTracking().Within(access)
                          where worker == null ? item.DoneOn == null : item.WorkerId == worker
                          join one in db.Workers on item.WorkerId equals one.Id
                          orderby item.DueOn, item.Id
                          select new { Item = item, one.Name }).Take(Most).ToListAsync(ct);
        return [.. rows.Select(r => new CareLine(r.Item.Id, r.Item.WorkerId, r.Name, places.PathOf(r.Item.DivisionCode), r.Item.Kind, r.Item.DueOn, r.Item.DoneOn, r.Item.Version))];
    }

    public async Task<Result<Guid>> Add(AddCare command, CancellationToken ct)
    {
        if (await db.Workers.AsNoTracking().Within(access).SingleOrDefaultAsync(w => w.Id == command.WorkerId, ct) is not { } worker) return Problem.Invalid("workerId", "workforce.worker-unknown");
        var item = new CareItem { Id = Guid.CreateVersion7(clock.GetUtcNow()), WorkerId = worker.Id, DivisionCode = worker.DivisionCode, Kind = command.Kind!.Value, DueOn = command.DueOn!.Value };
        db.Add(item);
        return await change.SaveAsync("workforce.add-care", worker.Subject, worker.DivisionCode, new { item.Kind, item.DueOn }, ct) is { } problem ? problem : item.Id;
    }

    public async Task<Result<Done>> Finish(Guid id, FinishCare command, CancellationToken ct)
    {
        if (await db.CareItems.Within(access).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } item) return Problem.NotFound;
        if (item.Version != command.Version) return Problem.Stale;
        if (item.DoneOn is not null) return WorkforceErrors.NotOpen;
        (item.DoneOn, item.Version) = (Today, item.Version + 1);
        return await change.SaveAsync("workforce.finish-care", $"worker/{item.WorkerId}", item.DivisionCode, new { item.Kind }, ct) is { } problem ? problem : new Done();
    }
}
