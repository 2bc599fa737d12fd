using System.ComponentModel.DataAnnotations;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Events;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Workforce;

/// <summary>Grants or refuses leave, in the version that the caller saw.</summary>
internal sealed record DecideLeave : ICommand, IValidatableObject
{
    public bool Granted { get; set; }

    /// <summary>Why it is refused.</summary>
    [StringLength(200, ErrorMessage = "workforce.too-long")] public string? Answer { get; set; }
    public int Version { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Granted && string.IsNullOrWhiteSpace(Answer)) yield return new("workforce.answer-missing", [nameof(Answer)]);
    }
}

/// <summary>Decides on the leave of others; what is granted becomes an absence where the person serves grids.</summary>
internal sealed class DecideLeaveHandler(AppDb db, IAccess access, WorkforceChange change, LeaveBalance balances, IStringLocalizer<WorkforceModule> text, TimeProvider clock)
{
    public async Task<Result<Done>> Handle(Guid id, DecideLeave command, CancellationToken ct)
    {
        if (await db.Leaves.Within(access).SingleOrDefaultAsync(l => l.Id == id, ct) is not { } leave) return Problem.NotFound;
        var worker = await db.Workers.AsNoTracking().SingleAsync(w => w.Id == leave.WorkerId, ct);
        if (worker.AccountId is { } account && account == access.Actor.Id) return WorkforceErrors.OwnRequest;
        if (leave.Version != command.Version) return Problem.Stale;
        if (command.Granted && await balances.LackingAsync(worker, leave, ct) is { } lacking) return Exceeded(lacking);
        var now = clock.GetUtcNow();
        if (!leave.TryDecide(command.Granted, command.Granted ? null : command.Answer!.Trim(), access.Actor.Name, now)) return WorkforceErrors.NotOpen;
        if (command.Granted && worker.AccountId is { } absent) db.Publish(new WorkerAway(id, absent, leave.FirstDay, leave.LastDay, text["leave"], access.Actor.Name), now);   // the kind may tell of an illness
        return await change.SaveAsync(command.Granted ? "workforce.grant-leave" : "workforce.refuse-leave", leave.Subject, leave.DivisionCode, new { worker = worker.Id }, ct) is { } problem ? problem : new Done();
    }

    /// <summary>The refusal, with the figures.</summary>
    public static Problem Exceeded(YearOfLeave lacking) =>
        WorkforceErrors.BalanceExceeded with { Extensions = new Dictionary<string, object?> { ["year"] = lacking.Year, ["entitled"] = lacking.Entitled, ["taken"] = lacking.Taken } };
}
