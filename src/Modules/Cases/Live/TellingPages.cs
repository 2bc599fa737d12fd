using Linli.Contracts.Cases;
using Linli.Platform.Data;
using Linli.Platform.Events;
using Linli.Platform.Live;

namespace Linli.Cases.Live;

/// <summary>Tells open lists and case pages that something happened.</summary>
internal sealed class TellingPages(AppDb db, LiveFeed feed) : ISubscriber<CaseReceived>, ISubscriber<CaseMoved>
{
    public const string Lists = "cases";

    public static string PageOf(Guid caseId) => $"case-{caseId}";

    public Task HandleAsync(CaseReceived happened, CancellationToken ct) => TellAsync(happened.CaseId, happened.DivisionCode, null, ct);

    public Task HandleAsync(CaseMoved happened, CancellationToken ct) => TellAsync(happened.CaseId, happened.DivisionCode, happened.UnitId, ct);

    private async Task TellAsync(Guid id, string division, Guid? unit, CancellationToken ct)
    {
        foreach (var topic in (string[])[Lists, PageOf(id)]) await feed.TellAsync(db, new LiveChange(topic, division, unit, id), ct);
    }
}
