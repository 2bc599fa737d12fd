namespace Linli.Platform.CommandLine;

/// <summary>A word of the command line: <c>./linli VERB …</c>.</summary>
public interface IVerb
{
    /// <summary>The word, e.g. <c>import</c>.</summary>
    string Name { get; }

    /// <summary>How it is called and what it does, in one or a few lines.</summary>
    string Usage { get; }

    /// <summary>Whether the schema must be in place before it runs.</summary>
    bool NeedsDatabase => true;

    /// <summary>Does it, in a scope that acts as the program.</summary>
    /// <returns>Exit code: 0 done, 1 failed, 2 called wrongly.</returns>
    Task<int> RunAsync(VerbCall call, CancellationToken ct);
}
