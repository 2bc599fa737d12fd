using System.Collections.Concurrent;
using Linli.Contracts.Grids;

namespace Linli.Grids;

/// <summary>Map files made so far of one state of the tree.</summary>
internal sealed class OutlineCache
{
    private readonly ConcurrentDictionary<(DivisionLevel Level, string Under), byte[]> files = [];

    public byte[] GetOrMake(DivisionLevel level, string under, Func<byte[]> make) => files.GetOrAdd((level, under), _ => make());
}
