using System.Text.Json;
using Linli.Contracts;
using Linli.Platform.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Platform.Events;

/// <summary>Reacts to an event, in a transaction of its own.</summary>
public interface ISubscriber<in T> where T : IEvent
{
    /// <summary>Handles the event. Changes made through the scope's AppDb are saved by the caller, once per message.</summary>
    Task HandleAsync(T happened, CancellationToken ct);
}

/// <summary>One subscriber of one event.</summary>
internal sealed record Subscription(string Subscriber, string EventName, Func<IServiceProvider, string, CancellationToken, Task> HandleAsync);

/// <summary>Registers subscribers.</summary>
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
}
