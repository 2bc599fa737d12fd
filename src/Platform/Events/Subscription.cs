using System.Text.Json;
using Linli.Contracts;
using Linli.Platform.Texts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Linli.Platform.Events;

/// <summary>Reacts to an event, in a transaction of its own.</summary>
public interface ISubscriber<in T> where T : IEvent
{
    /// <summary>Handles the event. Changes made through the scope's AppDb are saved by the caller, once per message.</summary>
    Task HandleAsync(T happened, CancellationToken ct);
}

/// <summary>
/// Hears of events once they are committed, many at a time, with no transaction and no memory of what was heard: for what may be
/// missed, such as pages that look anew.
/// </summary>
public interface IListener<in T> where T : IEvent
{
    /// <summary>Hears of events; those of one millisecond in any order.</summary>
    Task HearAsync(IReadOnlyList<T> happened, CancellationToken ct);
}

/// <summary>One subscriber of one event.</summary>
internal sealed record Subscription(string Subscriber, string EventName, Func<IServiceProvider, string, CancellationToken, Task> HandleAsync);

/// <summary>One listener to one event.</summary>
internal sealed record Listening(string EventName, Func<IServiceProvider, IEnumerable<string>, CancellationToken, Task> HearAsync);

/// <summary>Registers subscribers and listeners.</summary>
public static class Subscribing
{
    /// <summary>Delivers <typeparamref name="TEvent"/> to <typeparamref name="TSubscriber"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">Lasting name, <c>module.what-it-does</c>; the inbox remembers it.</param>
    public static IServiceCollection Subscribe<TEvent, TSubscriber>(this IServiceCollection services, string name)
        where TEvent : IEvent
        where TSubscriber : class, ISubscriber<TEvent> =>
        services
            .AddScoped<TSubscriber>()
            .AddSingleton(new Subscription(name, TEvent.Name, (scope, payload, ct) =>
                scope.GetRequiredService<TSubscriber>().HandleAsync(JsonSerializer.Deserialize<TEvent>(payload, Json.Readable)!, ct)));

    /// <summary>Lets <typeparamref name="TListener"/> hear of <typeparamref name="TEvent"/>.</summary>
    public static IServiceCollection Listen<TEvent, TListener>(this IServiceCollection services)
        where TEvent : IEvent
        where TListener : class, IListener<TEvent>
    {
        services.TryAddScoped<TListener>();
        return services.AddSingleton(new Listening(TEvent.Name, (scope, payloads, ct) =>
            scope.GetRequiredService<TListener>().HearAsync([.. payloads.Select(payload => JsonSerializer.Deserialize<TEvent>(payload, Json.Readable)!)], ct)));
    }
}
