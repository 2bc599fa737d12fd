using Linli.Platform.CommandLine;

namespace Linli.Platform.Backup;

/// <summary><c>backup</c></summary>
internal sealed class BackupVerb(BackupArchive archive, TimeProvider clock) : IVerb
{
    public string Name => "backup";
    public bool NeedsDatabase => false;   // a backup must be possible before an upgrade
    public string Usage => "backup FILE|FOLDER   database, files and keys in one tar.gz; keep it like a secret";

    public async Task<int> RunAsync(VerbCall call, CancellationToken ct)
    {
        if (call.Words is not [var target]) throw new UsageException(Usage);
        var file = Directory.Exists(target) ? Path.Combine(target, $"linli-{clock.GetUtcNow():yyyyMMdd-HHmmss}.tar.gz") : target;
        await archive.SaveAsync(file, ct);
        await call.Output.WriteLineAsync($"{file}: {new FileInfo(file).Length / 1e6:N1} MB");
        return 0;
    }
}

/// <summary><c>restore</c></summary>
internal sealed class RestoreVerb(BackupArchive archive) : IVerb
{
    public string Name => "restore";
    public bool NeedsDatabase => false;
    public string Usage => "restore FILE [--force]   puts a backup in place; stop the program first. --force replaces what is there";

    public async Task<int> RunAsync(VerbCall call, CancellationToken ct)
    {
        if (call.Words is not [var file]) throw new UsageException(Usage);
        if (!File.Exists(file)) throw new UsageException($"{file} is not there.");
        await archive.LoadAsync(file, call.Has("force"), ct);
        await call.Output.WriteLineAsync("Restored. Check it with: linli schema check && linli audit verify");
        return 0;
    }
}
