namespace Linli.Platform.CommandLine;

/// <summary>One kind of thing that <c>linli import WHAT FILE …</c> takes in. Importing the same file again changes nothing.</summary>
public interface IImport
{
    /// <summary>The word after <c>import</c>, e.g. <c>units</c>.</summary>
    string What { get; }

    /// <summary>How it is called and what the file holds, in one or a few lines.</summary>
    string Usage { get; }

    /// <summary>Takes in what it can and says what it could not. The first of the call's words is <see cref="What"/>.</summary>
    /// <exception cref="UsageException">The call or the file as a whole makes no sense.</exception>
    Task<ImportReport> RunAsync(VerbCall call, CancellationToken ct);
}
