using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Cases.Channels;

/// <summary>The channels as this node knows them. Whoever changes one calls <see cref="Forget"/>; other nodes look again after half a minute.</summary>
internal sealed class ChannelCache(IServiceProvider services, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private volatile State? state;

    public async ValueTask<ChannelRegister> GetAsync(CancellationToken ct)
    {
        if (state is { } known && clock.GetUtcNow() < known.Until) return known.Register;
        await using var scope = services.CreateAsyncScope();
        var register = new ChannelRegister(await scope.ServiceProvider.GetRequiredService<AppDb>().Channels.AsNoTracking().ToListAsync(ct));
        state = new(register, clock.GetUtcNow() + Fresh);
        return register;
    }

    public void Forget() => state = null;

    private sealed record State(ChannelRegister Register, DateTimeOffset Until);
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
