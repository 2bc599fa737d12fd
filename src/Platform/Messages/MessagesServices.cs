using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Linli.Platform.Messages;

/// <summary>Wires the messages.</summary>
internal static class MessagesServices
{
    /// <summary>An installation with a carrier registers its own <see cref="IMessageSender"/> before or after.</summary>
    public static IServiceCollection AddMessages(this IServiceCollection services)
    {
        services.TryAddSingleton<IMessageSender>(provider => provider.GetRequiredService<IOptions<LinliOptions>>().Value.Demo
            ? new DemoSender()
            : ActivatorUtilities.CreateInstance<LogSender>(provider));
        return services
            .AddScoped<MessageOutbox>()
            .AddSingleton<MessagePump>()
            .AddHostedService(provider => provider.GetRequiredService<MessagePump>());
    }
}
