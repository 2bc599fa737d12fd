using System.Text.Json;
using Linli.Contracts.Cases;
using Linli.Platform.Data;
using Linli.Platform.Events;
using Linli.Platform.Live;

namespace Linli.Cases.Live;

/// <summary>Tells open lists and case pages that something happened.</summary>
internal sealed class TellingPages(AppDb db, LiveFeed feed) : IListener<CaseReceived>, IListener<CaseMoved>
{
    public const string Lists = "cases", Alarms = "alarms";

    /// <summary>What begins or ends an alarm.</summary>
    private static readonly HashSet<string> Ringing = [.. new[] { CaseAction.Alarm, CaseAction.Acknowledge, CaseAction.Regrade, CaseAction.Close, CaseAction.Settle, CaseAction.Complete, CaseAction.Decline, CaseAction.Merge, CaseAction.Unmerge, CaseAction.Relocate }.Select(a => JsonNamingPolicy.CamelCase.ConvertName(a.ToString()))];

    public static string PageOf(Guid caseId) => $"case-{caseId}";

    public Task HearAsync(IReadOnlyList<CaseReceived> happened, CancellationToken ct) => TellAsync(happened.SelectMany(e => Changes(e.CaseId, e.DivisionCode, null)), ct);

    public Task HearAsync(IReadOnlyList<CaseMoved> happened, CancellationToken ct) => TellAsync(happened.SelectMany(e => Ringing.Contains(e.Action) ? Changes(e.CaseId, e.DivisionCode, e.UnitId).Append(new(Alarms, e.DivisionCode, e.UnitId, e.CaseId)) : Changes(e.CaseId, e.DivisionCode, e.UnitId)), ct);

    private Task TellAsync(IEnumerable<LiveChange> changes, CancellationToken ct) => feed.TellAsync(db, changes.Distinct().ToList(), ct);

    private static IEnumerable<LiveChange> Changes(Guid id, string division, Guid? unit) =>
        [new(Lists, division, unit, id), new(PageOf(id), division, unit, id)];
}
