using System.Diagnostics.CodeAnalysis;

namespace Linli.Platform.Files;

/// <summary>Either the stored file or the reason why it was refused.</summary>
public readonly record struct FileOutcome
{
    /// <summary>The file, unless it was refused.</summary>
    public StoredFile? File { get; private init; }

    /// <summary>Why not, unless it was stored.</summary>
    public FileRefusal? Refusal { get; private init; }

    /// <summary>Whether it was stored.</summary>
    [MemberNotNullWhen(true, nameof(File)), MemberNotNullWhen(false, nameof(Refusal))]
    public bool Stored => File is not null;

    /// <summary>Stored.</summary>
    public static implicit operator FileOutcome(StoredFile file) => new() { File = file };

    /// <summary>Refused.</summary>
    public static implicit operator FileOutcome(FileRefusal refusal) => new() { Refusal = refusal };
}
