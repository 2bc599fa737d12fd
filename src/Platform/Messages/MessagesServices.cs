using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Linli.Platform.Messages;

/// <summary>Wires the messages.</summary>
internal static class MessagesServices
{
    /// <summary>An installation with a carrier of its own registers its <see cref="IMessageSender"/> before or after.</summary>
    public static IServiceCollection AddMessages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MessageOptions>().Bind(configuration.GetSection(MessageOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SmsGateway>().AddSingleton<MailServer>().AddSingleton<SendingHours>();
        services.TryAddSingleton<IMessageSender>(provider => provider.GetRequiredService<IOptions<LinliOptions>>().Value.Demo
            ? new DemoSender()
            : ActivatorUtilities.CreateInstance<ConfiguredSender>(provider));
        return services
            .AddScoped<MessageOutbox>()
            .AddScoped<MessageLog>()
            .AddSingleton<MessagePump>()
            .AddHostedService(provider => provider.GetRequiredService<MessagePump>());
    }
}
