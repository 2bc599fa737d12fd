using System.Diagnostics;
using System.Globalization;
using Linli.Platform.CommandLine;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Linli.Platform.Backup;

/// <summary>By PostgreSQL's own tools, which must be installed where the verb runs and be no older than the server.</summary>
internal sealed class PostgresCopy(AppDb db, IOptions<LinliOptions> options) : IDatabaseCopy
{
    public string Kind => "postgres";

    private NpgsqlConnectionStringBuilder Settings => new(options.Value.Postgres);

    public async Task<bool> IsEmptyAsync(CancellationToken ct) =>
        await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_tables WHERE schemaname = 'public'").SingleAsync(ct) == 0;

    public Task SaveAsync(string file, CancellationToken ct) => RunAsync("pg_dump", ["--format=custom", "--no-owner", "--file", file], ct);

    public async Task LoadAsync(string file, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"DROP SCHEMA public CASCADE", ct);
        await db.Database.ExecuteSqlAsync($"CREATE SCHEMA public", ct);
        await RunAsync("pg_restore", ["--no-owner", "--exit-on-error", "--single-transaction", file], ct);
    }

    private async Task RunAsync(string tool, string[] arguments, CancellationToken ct)
    {
        string[] place = ["--host", Settings.Host!, "--port", $"{Settings.Port}", "--username", Settings.Username!, "--dbname", Settings.Database!, "--no-password"];
        var start = new ProcessStartInfo(PathOf(tool), [.. place, .. arguments]) { RedirectStandardError = true };
        start.Environment["PGPASSWORD"] = Settings.Password;   // not on the command line, where others would see it
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0) throw new UsageException($"{tool} failed: {said}");
    }

    /// <summary>The newest installed: Debian keeps the versions side by side, off the path.</summary>
    private static string PathOf(string tool)
    {
        var debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        return debian.OrderByDescending(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(d => Path.Combine(d, "bin", tool)).FirstOrDefault(File.Exists) ?? tool;
    }
}
