using System.Collections.Concurrent;
using Linli.Platform.Access;
using Linli.Platform.Events;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Platform.Live;

/// <summary>
/// What stands beside the matter itself on page after page, as last read for each reader: figures of the navigation, alarms, saved filters, news.
/// It is read anew while this node has events that were not heard yet; once the live feed tells of a change where the reader may look, before any
/// open page hears of that change; once the reader has sent something; and after half a minute, for not all that is counted is told of.
/// </summary>
public sealed class ReaderMemory
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Guid, Reader> known = [];
    private readonly OutboxProgress outbox;
    private readonly TimeProvider clock;

    /// <summary>Begins to hear the feed.</summary>
    public ReaderMemory(LiveFeed feed, OutboxProgress outbox, TimeProvider clock)
    {
        (this.outbox, this.clock) = (outbox, clock);
        feed.Telling += Hear;
    }

    /// <summary>What is remembered, or what is read now.</summary>
    /// <param name="access">The reader, and where they may look.</param>
    /// <param name="what">A name for it, with all it depends on beside the reader.</param>
    /// <param name="read">Reads it within the reader's scope.</param>
    public async ValueTask<T> ReadAsync<T>(IAccess access, string what, Func<Task<T>> read)
        where T : class
    {
        if (access.Actor.Id is not { } id || outbox.IsBehind) return await read();
        var reader = known.GetOrAdd(id, _ => new(access));
        if (!reader.IsAs(access)) known[id] = reader = new(access);
        if (reader.Kept.TryGetValue(what, out var kept) && kept.Until > clock.GetUtcNow()) return (T)kept.Value;
        var until = clock.GetUtcNow() + Fresh;
        var value = await read();
        reader.Kept[what] = (value, until);   // of a reader who was forgotten meanwhile nobody asks this again
        return value;
    }

    /// <summary>Reads all anew for everybody.</summary>
    public void Forget() => known.Clear();

    /// <summary>Reads all anew for a reader: they are to see what came of their own doing on the very next page.</summary>
    public void Forget(Guid reader) => known.TryRemove(reader, out _);

    private void Hear(LiveChange change)
    {
        var now = clock.GetUtcNow();
        foreach (var (id, reader) in known)
            if (change == LiveChange.Unknown || reader.Meets(change) || reader.Kept.Values.All(kept => kept.Until <= now)) Forget(id);
    }

    /// <summary>Where a reader looked when it was read, and what was read.</summary>
    private sealed class Reader(IAccess access)
    {
        private readonly string? division = access.Division;   // null is nowhere
        private readonly Guid? unit = access.Unit;
        private readonly bool ownUnitOnly = access.OwnUnitOnly;
        private readonly string[] others = [.. access.OtherGrids];

        public ConcurrentDictionary<string, (object Value, DateTimeOffset Until)> Kept { get; } = [];

        public bool IsAs(IAccess access) => division == access.Division && unit == access.Unit && ownUnitOnly == access.OwnUnitOnly && others.SequenceEqual(access.OtherGrids, StringComparer.Ordinal);

        public bool Meets(LiveChange change) =>
            (division is not null && (change.DivisionCode.StartsWith(division, StringComparison.Ordinal) || division.StartsWith(change.DivisionCode, StringComparison.Ordinal)))
            || (change.Unit is { } holder && holder == unit) || others.Contains(change.DivisionCode);
    }
}

/// <summary>Has all that is remembered for whoever sends something read anew.</summary>
public static class ReaderMemoryAfterForms
{
    /// <summary>After those that know who is asking.</summary>
    public static void UseReaderMemory(this IApplicationBuilder app)
    {
        var memory = app.ApplicationServices.GetRequiredService<ReaderMemory>();
        app.Use((http, next) =>
        {
            if (!HttpMethods.IsGet(http.Request.Method) && http.RequestServices.GetRequiredService<IAccess>().Actor.Id is { } sender)
                http.Response.OnStarting(() =>
                {
                    memory.Forget(sender);
                    return Task.CompletedTask;
                });
            return next(http);
        });
    }
}
