using System.Linq.Expressions;
using Linli.Cases.Deadlines;
using Linli.Cases.ListCases;
using Linli.Cases.Live;
using Linli.Contracts.Map;
using Linli.Geo;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NetTopologySuite.Geometries;

namespace Linli.Cases.MapLayer;

/// <summary>Open cases where they are, by how much time is left. From afar they are read from one index alone. Of a past day: what was received by its end and had not ended.</summary>
internal sealed class OpenCasesLayer(AppDb db, IAccess access, IStringLocalizer<CasesModule> text, SiteTime site, TimeProvider clock) : IMapHistory
{
    private const string Late = "late", Soon = "soon", InTime = "in-time";

    public string Key => "cases";

    public int Order => 90;

    public MapShape Shape => MapShape.Points;

    public string Permission => CasesPolicies.See;

    public string ExportPermission => CasesPolicies.Export;

    public string? Topic => TellingPages.Lists;

    public string Title => text["Map.Cases"];

    public ValueTask<IReadOnlyList<MapKind>> KindsAsync(CancellationToken ct) => ValueTask.FromResult<IReadOnlyList<MapKind>>(
        [new(Late, text["Desk.Overdue"], MapTone.Bad), new(Soon, text["Desk.Soon"], MapTone.Waiting), new(InTime, text["Map.InTime"], MapTone.Progress)]);

    public IReadOnlyList<MapField> Fields => [new("number", text["Export.Number"]), new("due", text["Export.DueAt"])];

    public async Task<IReadOnlyList<MapFeature>> FeaturesAsync(MapWindow window, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return [.. (await SpotsAsync(Open(window.Box).OrderBy(c => c.Latitude), window.Zoom >= MapWindow.Single, ct)).Select(spot => Feature(spot, spot.DueOrder, now))];
    }

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(string division, CancellationToken ct) =>
        await db.Cases.AsNoTracking().Seen(db, access, division).Where(c => c.ClosedAt == null).GroupBy(c => c.DivisionCode)
            .Select(place => new { place.Key, Count = place.Count() }).ToDictionaryAsync(place => place.Key, place => place.Count, ct);

    public async Task<IReadOnlyList<MapFeature>> FeaturesAsync(MapWindow window, DateOnly day, CancellationToken ct)
    {
        var end = site.EndOf(day);
        var open = await SpotsAsync(Open(window.Box).Where(c => c.ReceivedAt < end).OrderBy(c => c.Latitude), whole: true, ct);
        var ended = await SpotsAsync(Ended(end).Where(Lies(window.Box)).OrderBy(c => c.ClosedAt), whole: true, ct);
        return [.. open.Concat(ended).Take(MapWindow.Most).Select(spot => Feature(spot, spot.HandleDueAt ?? CaseClock.Never, end))];   // of the clocks that ran then the last is known
    }

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(string division, DateOnly day, CancellationToken ct)
    {
        var end = site.EndOf(day);
        var open = db.Cases.AsNoTracking().Seen(db, access, division).Where(c => c.ClosedAt == null && c.ReceivedAt < end);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var cases in new[] { open, Ended(end, division) })
            foreach (var place in await cases.GroupBy(c => c.DivisionCode).Select(place => new { place.Key, Count = place.Count() }).ToListAsync(ct))
                counts[place.Key] = counts.GetValueOrDefault(place.Key) + place.Count;
        return counts;
    }

    public string? ListOf(string division) => "/desk/cases?division=" + division;

    private IQueryable<Case> Open(BoundingBox box) => db.Cases.AsNoTracking().ByIndex("ix_cases_case_map").Seen(db, access).Where(c => c.ClosedAt == null).Where(Lies(box));

    /// <summary>Those that were open at an instant and have ended since.</summary>
    private IQueryable<Case> Ended(DateTimeOffset at, string? division = null) =>
        db.Cases.AsNoTracking().ByIndex("ix_cases_case_past").Seen(db, access, division).Where(c => c.ClosedAt >= at && c.ReceivedAt < at);

    private static Expression<Func<Case, bool>> Lies(BoundingBox box) =>
        c => c.Latitude >= box.South && c.Latitude <= box.North && c.Longitude >= box.West && c.Longitude <= box.East;

    private static Task<List<Spot>> SpotsAsync(IOrderedQueryable<Case> cases, bool whole, CancellationToken ct) => (whole
        ? cases.Take(MapWindow.Most).Select(c => new Spot(c.Id, c.Number, c.Longitude!.Value, c.Latitude!.Value, c.DueOrder, c.HandleDueAt, c.Title))
        : cases.Take(MapWindow.Most).Select(c => new Spot(c.Id, c.Number, c.Longitude!.Value, c.Latitude!.Value, c.DueOrder, null, null))).ToListAsync(ct);

    private MapFeature Feature(Spot spot, DateTimeOffset due, DateTimeOffset at) =>
        new(new Point(spot.Longitude, spot.Latitude), KindOf(due, at), spot.Title ?? spot.Number, "/desk/cases/" + spot.Id) { Values = [spot.Number, due < CaseClock.Never ? site.Long(due) : null] };

    private static string KindOf(DateTimeOffset due, DateTimeOffset now) => due < now ? Late : due < now + CaseFiltering.Soon ? Soon : InTime;

    private sealed record Spot(Guid Id, string Number, double Longitude, double Latitude, DateTimeOffset DueOrder, DateTimeOffset? HandleDueAt, string? Title);
}
