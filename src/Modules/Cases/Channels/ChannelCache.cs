using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Cases.Channels;

/// <summary>The channels as this node knows them. Whoever changes one calls <see cref="Forget"/>; other nodes look again after half a minute.</summary>
internal sealed class ChannelCache(IServiceProvider services, TimeProvider clock)
{
    private readonly Remembered<ChannelRegister> register = new(async ct =>
    {
        await using var scope = services.CreateAsyncScope();
        return new ChannelRegister(await scope.ServiceProvider.GetRequiredService<AppDb>().Channels.AsNoTracking().ToListAsync(ct));
    }, clock, TimeSpan.FromSeconds(30));

    public ValueTask<ChannelRegister> GetAsync(CancellationToken ct) => register.GetAsync(ct);

    public void Forget() => register.Forget();
}

/// <summary>All channels, held in memory; immutable.</summary>
internal sealed class ChannelRegister(IReadOnlyCollection<Channel> channels)
{
    private readonly Dictionary<string, Channel> byCode = channels.ToDictionary(c => c.Code);

    /// <summary>In order of kind and code.</summary>
    public IReadOnlyList<Channel> All { get; } = [.. channels.OrderBy(c => c.Kind).ThenBy(c => c.Code, StringComparer.Ordinal)];

    public Channel? Find(string? code) => code is null ? null : byCode.GetValueOrDefault(code);

    /// <summary>The name in the reader's language; the code itself when it is unknown.</summary>
    public string NameOf(string code) => Find(code)?.Label ?? code;
}
