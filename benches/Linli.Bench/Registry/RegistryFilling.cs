using System.Data.Common;
using Linli.Contracts.Grids;
using Linli.Demo;
using Linli.Platform;
using Linli.Platform.Access;
using Linli.Registry;
using Linli.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Linli.Bench.Registry;

/// <summary>A district's registry, made by the generator and written as imports write.</summary>
/// <param name="People">How many people.</param>
internal sealed record RegistryFilling(int People)
{
    private const int RoomsShare = 40, FirmsShare = 10, FixturesShare = 20;   // per cent of the people: 200,000 houses, 50,000 firms, 100,000 things of the city for 500,000

    private readonly List<DemoEstate> estates = [.. DemoEstates.Build(DemoDistrict.Create(IDemoSeeder.Seed, DateTimeOffset.UnixEpoch, 0), IDemoSeeder.Seed, People * RoomsShare / 100)];

    public IReadOnlyList<DemoEstate> Estates => estates;

    public IEnumerable<DemoHome> Homes => DemoHomes.Settle(estates, IDemoSeeder.Seed);

    public IEnumerable<DemoShop> Firms => DemoHomes.Open(estates, IDemoSeeder.Seed, Each(FirmsShare));

    private IEnumerable<DemoFixture> Fixtures => DemoHomes.Furnish(estates, IDemoSeeder.Seed, Each(FixturesShare));

    public async Task FillAsync(TestDatabase database)
    {
        await using (var app = LinliApp.On(database))
        await using (var scope = app.Services.CreateSystemScope("bench"))
        {
            var services = scope.ServiceProvider;
            var (loader, now) = (services.GetRequiredService<RecordLoader>(), TimeProvider.System.GetUtcNow());
            var writer = new DemoRecords(await services.GetRequiredService<TypeCache>().GetAsync(default), services.GetRequiredService<IDivisions>(), now, DateOnly.FromDateTime(now.Date));
            var records = Homes.SelectMany(writer.Of).Where(r => r.Type.Code != "household").Concat(Firms.Select(writer.Of)).Concat(Fixtures.Select(writer.Of));
            foreach (var batch in records.Chunk(RecordLoader.BatchSize)) await loader.LoadAsync(batch, default);
        }
        await ExecuteAsync(database, database.Postgres is null ? "ANALYZE" : "VACUUM ANALYZE");
    }

    private int Each(int share) => Math.Max(1, People * share / 100 / estates.Count);

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using DbConnection connection = database.Postgres is { } postgres ? new NpgsqlConnection(postgres + ";Command Timeout=0") : new SqliteConnection($"Data Source={Path.Combine(database.Folder, "linli.db")};Pooling=false;Default Timeout=600");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
