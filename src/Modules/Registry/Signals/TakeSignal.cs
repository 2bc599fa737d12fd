using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>A device in a home says something.</summary>
internal sealed record TakeSignal : ICommand
{
    /// <summary>Code of the device, as it is registered.</summary>
    [Required(ErrorMessage = "registry.device-unknown"), StringLength(100, ErrorMessage = "registry.too-long")] public string? Device { get; set; }

    /// <summary>What, of <c>signal-kinds.json</c>.</summary>
    [Required(ErrorMessage = "registry.signal-unknown")] public string? Kind { get; set; }

    /// <summary>When it was; now where nothing is said.</summary>
    public DateTimeOffset? At { get; set; }
}

/// <summary>A signal that was taken.</summary>
/// <param name="Id">Key.</param>
/// <param name="Visits">How many visits to people in need became due by it.</param>
internal sealed record TakenSignal(Guid Id, int Visits);

/// <summary>Lets those be visited at once who are looked after and live where a device says something, or own it. The same signal twice is one.</summary>
internal sealed class TakeSignalHandler(AppDb db, IAccess access, RecordVault vault, RecordContents contents, TimeProvider clock)
{
    private const string Device = "device";
    private static readonly TimeSpan MostAhead = TimeSpan.FromMinutes(5);   // clocks of devices are not exact

    public async Task<Result<TakenSignal>> HandleAsync(TakeSignal command, CancellationToken ct)
    {
        if (!access.May(RegistryPolicies.Signal)) return Problem.Forbidden;
        if (SignalKinds.Find(command.Kind) is not { } kind) return Problem.Invalid("kind", "registry.signal-unknown");
        var now = clock.GetUtcNow();
        var at = command.At?.ToUniversalTime() ?? now;
        if (at > now + MostAhead) return Problem.Invalid("at", "registry.signal-ahead");
        var (print, keys) = (vault.KeyOf(FieldKind.Code, command.Device!), db.RecordKeys);
        if (await db.Records.AsNoTracking().Within(access).FirstOrDefaultAsync(r => r.TypeCode == Device && r.EndedOn == null && keys.Any(k => k.Fingerprint == print && k.RecordId == r.Id), ct) is not { } device)
            return Problem.Invalid("device", "registry.device-unknown");
        if (await FindAsync(device.Id, kind, at, ct) is { } known) return known;
        try
        {
            return await SaveAsync(device, kind, at, now, ct);
        }
        catch (DbUpdateException)   // the same signal came twice at once
        {
            db.Forget();
            if (await FindAsync(device.Id, kind, at, ct) is { } first) return first;
            throw;
        }
    }

    private Task<TakenSignal?> FindAsync(Guid device, SignalKind kind, DateTimeOffset at, CancellationToken ct) =>
        db.Signals.Where(s => s.DeviceId == device && s.Kind == kind.Code && s.At == at).Select(s => new TakenSignal(s.Id, s.Visits)).FirstOrDefaultAsync(ct);

    private async Task<TakenSignal> SaveAsync(RegistryRecord device, SignalKind kind, DateTimeOffset at, DateTimeOffset now, CancellationToken ct)
    {
        await using var work = await db.BeginAsync(ct);
        var signal = new DeviceSignal
        {
            Id = Guid.CreateVersion7(now), DeviceId = device.Id, DivisionCode = device.DivisionCode, Kind = kind.Code, At = at, ReceivedAt = now,
            Visits = kind.Visit ? await CallAsync(device.Id, kind, at, ct) : 0,
        };
        db.Append(signal);
        db.Audit(access, "registry.signal", $"record/{device.Id}", now, device.DivisionCode, new { kind.Code, signal.Visits });
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return new(signal.Id, signal.Visits);
    }

    /// <summary>Visits to those who live with the device are due today.</summary>
    private Task<int> CallAsync(Guid device, SignalKind kind, DateTimeOffset at, CancellationToken ct)
    {
        var today = contents.Today;
        var links = db.RecordLinks.Where(l => l.ValidFrom <= today && (l.ValidTo == null || l.ValidTo > today));
        var homes = links.Where(l => l.Kind == LinkKind.IsAt && l.FromId == device).Select(l => l.ToId);
        return db.Needs.Within(access).Where(n => n.EndedOn == null && links.Any(l => l.FromId == n.RecordId && (l.Kind == LinkKind.LivesIn && homes.Contains(l.ToId) || l.Kind == LinkKind.Owns && l.ToId == device)))
            .ExecuteUpdateAsync(
                set => set.SetProperty(n => n.Signal, kind.Code).SetProperty(n => n.SignalAt, at)
                    .SetProperty(n => n.NextVisit, n => n.NextVisit > today ? today : n.NextVisit).SetProperty(n => n.Version, n => n.Version + 1), ct);
    }
}
