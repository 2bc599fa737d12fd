namespace Linli.Platform.Backup;

/// <summary>Copies the whole database to a file and back.</summary>
internal interface IDatabaseCopy
{
    /// <summary><c>sqlite</c> or <c>postgres</c>; a copy of one cannot be put into the other.</summary>
    string Kind { get; }

    /// <summary>Whether nothing would be lost by putting a copy here.</summary>
    Task<bool> IsEmptyAsync(CancellationToken ct);

    /// <summary>Writes the state of one moment to a new file, while the program may be running.</summary>
    Task SaveAsync(string file, CancellationToken ct);

    /// <summary>Replaces the database with the copy. The program must not be running.</summary>
    Task LoadAsync(string file, CancellationToken ct);
}
