using System.Collections.Concurrent;
using Linli.Platform.Access;
using Linli.Platform.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Linli.Ui;

/// <summary>
/// The figures beside the navigation, as last counted for each reader. They are counted anew once the live feed tells of a change where the reader
/// may look, once the reader has sent something, and after half a minute, for not all that is counted is told of.
/// </summary>
internal sealed class NavigationFigures(LiveFeed feed, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Guid, Figures> known = [];
    private readonly DateTimeOffset made = clock.GetUtcNow();

    /// <summary>The figures by the address of their line, counted now if need be.</summary>
    public async ValueTask<IReadOnlyDictionary<string, int>> ReadAsync(IAccess access, Func<Task<IReadOnlyDictionary<string, int>>> count)
    {
        if (access.Actor.Id is not { } reader) return await count();
        if (known.TryGetValue(reader, out var figures) && figures.Counts is { } counts && figures.Until > clock.GetUtcNow() && figures.IsOf(access)) return counts;
        // The place is taken before the counting: a change that comes meanwhile clears it, and what it has overtaken is not kept.
        var place = known[reader] = new(access.Division, access.Unit, access.OwnUnitOnly, [.. access.OtherGrids], clock.GetUtcNow() + Fresh, null);
        var counted = await count();
        known.TryUpdate(reader, place with { Counts = counted }, place);
        return counted;
    }

    /// <summary>Who has sent something sees what came of it on the very next page.</summary>
    public void Forget(Guid reader) => known.TryRemove(reader, out _);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (_, change) in feed.ListenAsync(made, stoppingToken))
        {
            if (change == LiveChange.Heartbeat) continue;
            var now = clock.GetUtcNow();
            foreach (var (reader, figures) in known)
                if (figures.Until <= now || change == LiveChange.Unknown || figures.Meets(change)) Forget(reader);
        }
    }

    /// <param name="Division">Where the reader may look; null is nowhere.</param>
    /// <param name="Unit">Whose work the reader does.</param>
    /// <param name="OwnUnitOnly">Whether they see no other.</param>
    /// <param name="Others">Grids that they serve beside.</param>
    /// <param name="Until">When they are too old.</param>
    /// <param name="Counts">None while they are being counted.</param>
    private sealed record Figures(string? Division, Guid? Unit, bool OwnUnitOnly, string[] Others, DateTimeOffset Until, IReadOnlyDictionary<string, int>? Counts)
    {
        public bool IsOf(IAccess access) => Division == access.Division && Unit == access.Unit && OwnUnitOnly == access.OwnUnitOnly && Others.SequenceEqual(access.OtherGrids, StringComparer.Ordinal);

        public bool Meets(LiveChange change) =>
            (Division is not null && (change.DivisionCode.StartsWith(Division, StringComparison.Ordinal) || Division.StartsWith(change.DivisionCode, StringComparison.Ordinal)))
            || (change.Unit is { } unit && unit == Unit) || Others.Contains(change.DivisionCode);
    }
}

/// <summary>Has the figures of whoever sends something counted anew.</summary>
public static class NavigationFiguresAfterForms
{
    /// <summary>After those that know who is asking.</summary>
    public static void UseNavigationFigures(this IApplicationBuilder app)
    {
        var figures = app.ApplicationServices.GetRequiredService<NavigationFigures>();
        app.Use((http, next) =>
        {
            if (!HttpMethods.IsGet(http.Request.Method) && http.RequestServices.GetRequiredService<IAccess>().Actor.Id is { } sender)
                http.Response.OnStarting(() =>
                {
                    figures.Forget(sender);
                    return Task.CompletedTask;
                });
            return next(http);
        });
    }
}
