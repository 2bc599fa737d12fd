namespace Linli.Demo;

/// <summary>A sentence with slots; a slot that is a word list is looked up once, the others belong to the case.</summary>
internal sealed class Skeleton
{
    public Skeleton(string source, IReadOnlyDictionary<string, string[]> words) => Parts =
        [.. source.Split('{', '}').Select((part, i) => i % 2 == 0
            ? new SkeletonPart([part], null)
            : words.TryGetValue(part, out var list) ? new SkeletonPart(list, null) : new SkeletonPart([], part))];

    public SkeletonPart[] Parts { get; }
}

/// <summary>Either words to choose from or the name of a slot.</summary>
internal readonly record struct SkeletonPart(string[] Words, string? Slot);
