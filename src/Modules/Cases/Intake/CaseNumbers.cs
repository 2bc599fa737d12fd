using System.Globalization;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Cases.Intake;

/// <summary>
/// Case numbers, <c>LL20261122-00183</c>. On PostgreSQL a node takes blocks, so that intakes do not wait for each other on one
/// row; numbers may be skipped, never given twice. On SQLite writers take turns anyway, and the number is part of the transaction.
/// </summary>
internal sealed class CaseNumbers(IServiceProvider services, SiteTime site)
{
    private const int BlockSize = 50;
    private const string Take = """
        INSERT INTO cases_number (day, last) VALUES ({0}, {1})
        ON CONFLICT (day) DO UPDATE SET last = cases_number.last + {1} RETURNING last AS "Value"
        """;

    private readonly SemaphoreSlim taking = new(1, 1);
    private (string Day, int Next, int Last) block = ("", 1, 0);

    public async ValueTask<string> NextAsync(AppDb db, DateTimeOffset now, CancellationToken ct)
    {
        var day = Day(now);
        return Format(day, db.IsSqlite ? await TakeAsync(db, day, 1, ct) : await FromBlockAsync(day, ct));
    }

    private async Task<int> FromBlockAsync(string day, CancellationToken ct)
    {
        await taking.WaitAsync(ct);
        try
        {
            if (block.Day != day || block.Next > block.Last)
            {
                await using var scope = services.CreateAsyncScope();
                var last = await TakeAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), day, BlockSize, ct);
                block = (day, last - BlockSize + 1, last);
            }
            return block.Next++;
        }
        finally
        {
            taking.Release();
        }
    }

    private static async Task<int> TakeAsync(AppDb db, string day, int count, CancellationToken ct)
    {
        await using var work = await db.BeginAsync(ct);
        var last = (await db.Database.SqlQueryRaw<int>(Take, day, count).ToListAsync(ct)).Single();
        await work.CommitAsync(ct);
        return last;
    }

    /// <summary>The number of a case that was filed before, the <paramref name="position"/>-th of its day.</summary>
    public string Past(DateTimeOffset receivedAt, int position) => Format(Day(receivedAt), position);

    /// <summary>Gives out no number again that a case of the past has.</summary>
    public async Task SkipAsync(AppDb db, DateTimeOffset day, int count, CancellationToken ct) => await TakeAsync(db, Day(day), count, ct);

    private string Day(DateTimeOffset at) => site.Date(at).ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Format(string day, int number) => string.Create(CultureInfo.InvariantCulture, $"LL{day}-{number:00000}");
}
