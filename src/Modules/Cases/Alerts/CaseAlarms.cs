using System.Globalization;
using Linli.Cases.Showing;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Live;
using Linli.Platform.Time;
using Linli.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Cases.Alerts;

/// <summary>Cases of the first level that nobody has answered for yet: those on duty hear of them at once, those above them when it takes too long.</summary>
internal sealed class CaseAlarms(AppDb db, IAccess access, CaseLexicon lexicon, IStringLocalizer<CasesModule> text, SiteTime site, ReaderMemory memory) : IDeskAlarms
{
    private const int Most = 5;

    public string Source => "/live/" + Live.TellingPages.Alarms;

    public bool ForReader => access.May(CasesPolicies.Alarm) || access.May(CasesPolicies.AlarmAbove);

    public ValueTask<RingingAlarms> ReadAsync(CancellationToken ct) => memory.ReadAsync(access, $"alarms {access.May(CasesPolicies.Alarm)} {CultureInfo.CurrentUICulture}", () => FindAsync(ct));

    private async Task<RingingAlarms> FindAsync(CancellationToken ct)
    {
        var ringing = await Ringing().OrderByDescending(c => c.AlarmAt).Take(Most + 1).Select(c => new { c.Id, c.Number, c.Title, c.DivisionCode, c.Version, c.AlarmAt }).ToListAsync(ct);
        if (ringing.Count == 0) return new([]);
        var words = await lexicon.ReadAsync(ct);
        var shown = ringing.Take(Most).Select(c => new DeskAlarm(
            c.Title, $"{words.Level(Case.Gravest)} · {c.Number} · {words.Division(c.DivisionCode)} · {site.Short(c.AlarmAt!.Value)}", $"/desk/cases/{c.Id}",
            $"/desk/cases/{c.Id}/{CaseAction.Acknowledge.Path()}", text[$"do.{CaseAction.Acknowledge}"], CaseAction.Acknowledge.PressOn(c.Version)));
        return new([.. shown], ringing.Count > Most ? $"/desk/cases?level={Case.Gravest}" : null);
    }

    private IQueryable<Case> Ringing()
    {
        var ringing = db.Cases.AsNoTracking().ByIndex("ix_cases_case_alarm_at").Seen(db, access).Where(c => c.AlarmAt != null && c.ClosedAt == null);
        return access.May(CasesPolicies.Alarm) ? ringing : ringing.Where(c => c.AlarmStep > Case.FirstAlarm);
    }
}
