namespace Linli.Testing;

/// <summary>The program's own command line, run in this process.</summary>
public static class CommandLine
{
    /// <summary>Runs a verb that must succeed.</summary>
    public static async Task RunAsync(TestDatabase database, params string[] words)
    {
        var code = await TryRunAsync(database, words);
        if (code != 0) throw new InvalidOperationException($"linli {string.Join(' ', words)} ended with {code}.");
    }

    /// <summary>Runs a verb and gives its exit code.</summary>
    public static Task<int> TryRunAsync(TestDatabase database, params string[] words) => Task.Run(() =>
    {
        string[] settings = database.Postgres is { } postgres ? ["--data", database.Folder, "--postgres", postgres] : ["--data", database.Folder];
        return (int)typeof(Program).Assembly.EntryPoint!.Invoke(null, [(string[])[.. words, .. settings]])!;
    });
}
