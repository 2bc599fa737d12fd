using System.ComponentModel.DataAnnotations;
using Linli.Contracts.Grids;
using Linli.Contracts.Identity;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Time;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Workforce;

/// <summary>What is known of a worker.</summary>
internal abstract record WorkerFacts : ICommand
{
    [Required(ErrorMessage = "workforce.name-missing"), StringLength(50, ErrorMessage = "workforce.too-long")] public string? Name { get; set; }
    [Required(ErrorMessage = "workforce.division-unknown")] public string? DivisionCode { get; set; }

    /// <summary>A post of the caller's divisions.</summary>
    [Required(ErrorMessage = "workforce.post-unknown")] public Guid? PostId { get; set; }
    public Guid? UnitId { get; set; }

    /// <summary>An account with <c>workforce.serve</c> within the division.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>Empty keeps the one that is known.</summary>
    [RegularExpression(@"^\+?[0-9][0-9 \-]{2,28}$", ErrorMessage = "workforce.phone-wrong")] public string? Phone { get; set; }

    /// <summary>Working days of annual leave a year.</summary>
    [Required(ErrorMessage = "workforce.leave-wrong"), Range(0, 60, ErrorMessage = "workforce.leave-wrong")] public int? AnnualLeave { get; set; } = 5;
}

/// <summary>Somebody begins to work here.</summary>
internal sealed record AddWorker : WorkerFacts;

/// <summary>New facts about a worker, as changed from a version that the caller saw.</summary>
internal sealed record EditWorker : WorkerFacts
{
    public int Version { get; set; }

    /// <summary>The first day on which they do not work here any more.</summary>
    public DateOnly? Until { get; set; }
}

/// <summary>Enters and changes workers of the caller's divisions.</summary>
internal sealed class EditWorkerHandler(AppDb db, IAccess access, WorkforceChange change, Workplaces places, IUnits units, IStaff staff, FieldCipher cipher, SiteTime site, TimeProvider clock)
{
    /// <summary>Accounts that may be a worker's.</summary>
    public Task<IReadOnlyList<Colleague>> Accounts(CancellationToken ct) => staff.WithinAsync(access.Division ?? "-", WorkforcePolicies.Serve, ct);

    public async Task<Result<Guid>> Add(AddWorker command, CancellationToken ct)
    {
        if (await FaultAsync(command, null, ct) is { } fault) return fault;
        var now = clock.GetUtcNow();
        var worker = new Worker
        {
            Id = Guid.CreateVersion7(now), DivisionCode = command.DivisionCode!, Name = command.Name!.Trim(), PostId = command.PostId!.Value, UnitId = command.UnitId, AccountId = command.AccountId,
            AnnualLeave = command.AnnualLeave!.Value, Phone = Sealed(command), Since = site.Date(now),
        };
        db.Add(worker);
        return await change.SaveAsync("workforce.add-worker", worker.Subject, worker.DivisionCode, new { worker.PostId, worker.AccountId }, ct) is { } problem ? problem : worker.Id;
    }

    public async Task<Result<Done>> Edit(Guid id, EditWorker command, CancellationToken ct)
    {
        if (await db.Workers.Within(access).SingleOrDefaultAsync(w => w.Id == id, ct) is not { } worker) return Problem.NotFound;
        if (worker.Version != command.Version) return Problem.Stale;
        if (command.Until < worker.Since) return Problem.Invalid("until", "workforce.ends-before");
        if (await FaultAsync(command, worker, ct) is { } fault) return fault;
        (worker.DivisionCode, worker.Name, worker.PostId, worker.UnitId, worker.AccountId) = (command.DivisionCode!, command.Name!.Trim(), command.PostId!.Value, command.UnitId, command.AccountId);
        (worker.AnnualLeave, worker.Phone, worker.Until, worker.Version) = (command.AnnualLeave!.Value, Sealed(command) ?? worker.Phone, command.Until, worker.Version + 1);
        return await change.SaveAsync("workforce.edit-worker", worker.Subject, worker.DivisionCode, new { worker.PostId, worker.AccountId, worker.Until }, ct) is { } problem ? problem : new Done();
    }

    private byte[]? Sealed(WorkerFacts facts) => facts.Phone is { Length: > 0 } phone ? cipher.Protect(phone.Trim(), Worker.PhonePurpose) : null;

    private async Task<Problem?> FaultAsync(WorkerFacts facts, Worker? present, CancellationToken ct)
    {
        if (!places.Has(facts.DivisionCode)) return Problem.Invalid("divisionCode", "workforce.division-unknown");
        if (facts.UnitId is { } unit && units.Find(unit) is null) return Problem.Invalid("unitId", "workforce.unit-unknown");
        if (present?.PostId != facts.PostId && await db.Posts.AsNoTracking().Within(access).SingleOrDefaultAsync(p => p.Id == facts.PostId, ct) is null) return Problem.Invalid("postId", "workforce.post-unknown");
        if (facts.AccountId is not { } account || account == present?.AccountId) return null;
        if (!(await Accounts(ct)).Any(one => one.Id == account)) return Problem.Invalid("accountId", "workforce.account-unknown");
        var today = site.Date(clock.GetUtcNow());
        return await db.Workers.On(today).AnyAsync(w => w.AccountId == account, ct) ? Problem.Invalid("accountId", "workforce.account-taken") : null;
    }
}
