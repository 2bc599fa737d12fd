using System.ComponentModel.DataAnnotations;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Events;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Time;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Workforce;

/// <summary>Asks for leave: one's own, or with <see cref="WorkforcePolicies.Leave"/> that of a worker of the caller's divisions.</summary>
internal sealed record AskLeave : ICommand
{
    /// <summary>Whose; without it, the caller's own.</summary>
    public Guid? WorkerId { get; set; }

    [Required(ErrorMessage = "workforce.kind-missing"), EnumDataType(typeof(LeaveKind), ErrorMessage = "workforce.kind-missing")] public LeaveKind? Kind { get; set; }
    [Required(ErrorMessage = "workforce.day-missing")] public DateOnly? FirstDay { get; set; }
    [Required(ErrorMessage = "workforce.day-missing")] public DateOnly? LastDay { get; set; }
    [StringLength(500, ErrorMessage = "workforce.too-long")] public string? Reason { get; set; }
}

/// <summary>Takes leave back, in the version that the caller saw.</summary>
internal sealed record WithdrawLeave(int Version) : ICommand;

internal sealed class AskLeaveHandler(AppDb db, IAccess access, WorkforceChange change, LeaveReader leaves, LeaveBalance balances, FieldCipher cipher, SiteTime site, TimeProvider clock)
{
    private const int LongestDays = 366;

    /// <summary>The caller's own annual leave of this year; null where no worker is entered for them.</summary>
    public async Task<YearOfLeave?> OwnBalance(CancellationToken ct) =>
        await WorkerAsync(null, ct) is { } worker ? await balances.OfAsync(worker, Today.Year, ct) : null;

    public async Task<Result<Guid>> Ask(AskLeave command, CancellationToken ct)
    {
        if (await WorkerAsync(command.WorkerId, ct) is not { } worker) return command.WorkerId is null ? WorkforceErrors.NoWorker : Problem.Invalid("workerId", "workforce.worker-unknown");
        var (now, first, last) = (clock.GetUtcNow(), command.FirstDay!.Value, command.LastDay!.Value);
        if (last < first || last < Today || last.DayNumber - first.DayNumber > LongestDays) return Problem.Invalid("lastDay", "workforce.leave-days");
        await using var work = await db.BeginAsync(ct);
        await db.Workers.Where(w => w.Id == worker.Id).ExecuteUpdateAsync(set => set.SetProperty(w => w.Version, w => w.Version), ct);   // one leave of somebody at a time is weighed
        if (await db.Leaves.AnyAsync(l => l.WorkerId == worker.Id && (l.State == LeaveState.Asked || l.State == LeaveState.Granted) && l.FirstDay <= last && l.LastDay >= first, ct))
            return Problem.Invalid("firstDay", "workforce.leave-overlaps");
        var leave = new Leave
        {
            Id = Guid.CreateVersion7(now), WorkerId = worker.Id, DivisionCode = worker.DivisionCode, Kind = command.Kind!.Value, FirstDay = first, LastDay = last, AskedAt = now,
            Reason = string.IsNullOrWhiteSpace(command.Reason) ? null : cipher.Protect(command.Reason.Trim(), Leave.ReasonPurpose),
        };
        if (await balances.LackingAsync(worker, leave, ct) is { } lacking) return DecideLeaveHandler.Exceeded(lacking);
        db.Add(leave);
        if (await change.SaveAsync("workforce.ask-leave", leave.Subject, leave.DivisionCode, new { worker = worker.Id, first, last }, ct) is { } problem) return problem;
        await work.CommitAsync(ct);
        return leave.Id;
    }

    public async Task<Result<Done>> Withdraw(Guid id, WithdrawLeave command, CancellationToken ct)
    {
        if (await leaves.Seen().SingleOrDefaultAsync(l => l.Id == id, ct) is not { } leave) return Problem.NotFound;
        if (leave.Version != command.Version) return Problem.Stale;
        var granted = leave.State is LeaveState.Granted;
        if (!leave.TryWithdraw()) return WorkforceErrors.NotOpen;
        if (granted) db.Publish(new WorkerBack(id, access.Actor.Name), clock.GetUtcNow());
        return await change.SaveAsync("workforce.withdraw-leave", leave.Subject, leave.DivisionCode, null, ct) is { } problem ? problem : new Done();
    }

    private DateOnly Today => site.Date(clock.GetUtcNow());

    private Task<Worker?> WorkerAsync(Guid? id, CancellationToken ct)
    {
        var (now, self) = (db.Workers.AsNoTracking().On(Today), access.Actor.Id);
        return id is null ? now.SingleOrDefaultAsync(w => w.AccountId == self && w.AccountId != null, ct)
            : access.May(WorkforcePolicies.Leave) ? now.Within(access).SingleOrDefaultAsync(w => w.Id == id, ct)
            : Task.FromResult<Worker?>(null);
    }
}
