using Linli.Cases.History;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Linli.Cases.Alerts;

/// <summary>Alarms that nobody on duty has answered in time are heard by those above them as well.</summary>
internal sealed class EscalateAlarms(AppDb db, IOptions<CasesOptions> options, TimeProvider clock) : IJob
{
    /// <summary>The program that rings.</summary>
    public static readonly IAccess Access = new SystemAccess("alarm");

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var before = now.AddMinutes(-options.Value.AlarmMinutes);
        foreach (var found in await db.Cases.Where(c => c.AlarmAt != null && c.ClosedAt == null && c.AlarmAt <= before && c.AlarmStep == Case.FirstAlarm).ToListAsync(ct))
        {
            found.RingHigher();
            db.Remember(found, CaseAction.Alarm, Access, now);
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateConcurrencyException)
            {
                db.Forget();   // somebody is at it; it is looked at again in a minute
                return;
            }
        }
    }
}
