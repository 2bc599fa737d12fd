using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Registry;

/// <summary>The types of this node: those of the program and the district's own. Whoever changes them calls <see cref="Forget"/>; other nodes look again after half a minute.</summary>
internal sealed class TypeCache(IServiceProvider services, TimeProvider clock)
{
    private readonly Remembered<RecordTypes> types = new(async ct =>
    {
        await using var scope = services.CreateAsyncScope();
        var own = await scope.ServiceProvider.GetRequiredService<AppDb>().RecordTypes.AsNoTracking().ToListAsync(ct);
        return new([.. own.UnionBy(BaseTypes.All, t => t.Code).OrderBy(t => t.Rank).ThenBy(t => t.Code, StringComparer.Ordinal)]);
    }, clock, TimeSpan.FromSeconds(30));

    public ValueTask<RecordTypes> GetAsync(CancellationToken ct) => types.GetAsync(ct);

    public void Forget() => types.Forget();
}

/// <summary>The types of record, in their order.</summary>
internal sealed class RecordTypes(IReadOnlyList<RecordType> all)
{
    private readonly Dictionary<string, RecordType> byCode = all.ToDictionary(t => t.Code, StringComparer.Ordinal);

    public IReadOnlyList<RecordType> All => all;

    public RecordType? Find(string? code) => code is null ? null : byCode.GetValueOrDefault(code);
}
