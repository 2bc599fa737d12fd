using Linli.Platform.CommandLine;

namespace Linli.Platform.Import;

/// <summary>One run of an import by profile.</summary>
/// <param name="Profile">How the tables are read.</param>
/// <param name="Folder">Where they are.</param>
/// <param name="Output">Where progress goes.</param>
public sealed record ProfileRun(ImportProfile Profile, string Folder, TextWriter Output)
{
    /// <summary>Reads a table of the folder.</summary>
    /// <exception cref="UsageException">It is not there or lacks a column.</exception>
    public IReadOnlyList<TableLine> Read(string file, params string[] columns)
    {
        var path = Path.Combine(Folder, file);
        return File.Exists(path) ? [.. TableFile.Read(path, columns)] : throw new UsageException($"{path} is not there; the profile '{Profile.Name}' reads it.");
    }
}
