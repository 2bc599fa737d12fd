using Linli.Platform.Problems;

namespace Linli.Registry;

/// <summary>Refusals of this module.</summary>
internal static class RegistryErrors
{
    /// <summary>It is no more already.</summary>
    public static Problem EndedAlready { get; } = new("registry.ended-already", 409);

    /// <summary>The state was corrected already.</summary>
    public static Problem CorrectedAlready { get; } = new("registry.corrected-already", 409);

    /// <summary>What is asked for comes too early or too late for this import.</summary>
    public static Problem ImportBeyond { get; } = new("registry.import-beyond", 409);

    /// <summary>Another row of the import is about the same.</summary>
    public static Problem KeyTwice { get; } = new("registry.key-twice", 400);

    /// <summary>It was found to be about the same as another record, which stays in its place.</summary>
    public static Problem MergedAlready { get; } = new("registry.merged-already", 409);

    /// <summary>Personal data is shown to who has just said what for.</summary>
    public static Problem SayWhatFor { get; } = new("registry.say-what-for", 403);

    /// <summary>Somebody has said already whether the two are the same.</summary>
    public static Problem TwinsDecided { get; } = new("registry.twins-decided", 409);

    /// <summary>One of the two records was changed since they were merged, or the merge was undone.</summary>
    public static Problem MergeBuiltUpon { get; } = new("registry.merge-built-upon", 409);

    /// <summary>Nothing would change.</summary>
    public static Problem NothingChanges { get; } = new("registry.nothing-changes", 400);

    /// <summary>The two belong together so already.</summary>
    public static Problem LinkedAlready { get; } = new("registry.linked-already", 409);

    /// <summary>The person has the tag already.</summary>
    public static Problem TaggedAlready { get; } = new("registry.tagged-already", 409);

    /// <summary>Only people who are there are looked after.</summary>
    public static Problem NobodyThere { get; } = new("registry.nobody-there", 409);
}
