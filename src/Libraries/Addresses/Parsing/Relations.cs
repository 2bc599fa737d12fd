namespace Linli.Addresses;

/// <summary>Finds the words that tell how a place lies to an address.</summary>
internal static class Relations
{
    private static readonly (string Word, RelationKind Kind)[] Words =
    [
        .. Each(RelationKind.Near, "附近 旁边 边上 隔壁 周边 周围 一带 旁"), .. Each(RelationKind.Opposite, "斜对面 正对面 对面 对过 对门"), .. Each(RelationKind.Front, "门口 门前 前面 大门 前"),
        .. Each(RelationKind.Behind, "后面 背后 后门 后"), .. Each(RelationKind.Crossing, "交叉路口 交叉口 交汇处 交汇 路口 转角 口"), .. Each(RelationKind.Building, "楼下 楼上 楼顶 楼道 楼旁"),
        .. Each(RelationKind.Inside, "里面 内部 内 里"), .. Each(RelationKind.Side, "东侧 西侧 南侧 北侧 以东 以西 以南 以北 往东 往西 往南 往北 东边 西边 南边 北边 东门 西门 南门 北门"),
    ];

    /// <summary>How long the relation is that begins here; 0 for none.</summary>
    public static int StartsAt(ReadOnlySpan<char> folded) => Find(folded).Word?.Length ?? 0;

    /// <summary>The relations that stand right after a piece, each at most once.</summary>
    public static List<AddressRelation> After(ReadOnlySpan<char> folded, IReadOnlyList<AddressPart> parts)
    {
        var found = new List<AddressRelation>(1);
        foreach (var part in parts)
        {
            var end = part.Span.End.Value;
            while (end < folded.Length && folded[end] is ' ' or '的') end++;
            if (end < folded.Length && Find(folded[end..]) is { Word: { } word, Kind: var kind }) found.Add(new(kind, end..(end + word.Length)));
        }
        return found;
    }

    private static (string? Word, RelationKind Kind) Find(ReadOnlySpan<char> at)
    {
        foreach (var (word, kind) in Words)
            if (at.StartsWith(word)) return (word, kind);
        return default;
    }

    private static IEnumerable<(string Word, RelationKind Kind)> Each(RelationKind kind, string words) => words.Split(' ').Select(word => (word, kind));
}
