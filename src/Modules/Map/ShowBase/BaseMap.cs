using System.Globalization;
using Linli.Platform.Problems;
using Linli.Tiles;
using Microsoft.Extensions.Options;

namespace Linli.Map;

/// <summary>A tile of the base map.</summary>
internal sealed record BaseTile(byte[] Bytes, string Type);

/// <summary>A sheet of the base map, as the page has to know it.</summary>
/// <param name="Vector">Whether its tiles are shapes, which the page draws, rather than pictures.</param>
/// <param name="Deepest">The closest zoom that it has tiles for; closer ones are made of those.</param>
internal sealed record BaseSheet(bool Vector, int Deepest);

/// <summary>Fetches the tiles of the base map, or reads them from files: pages speak to this site alone, and clients of an inner network need no way out.</summary>
internal sealed class BaseMap(IOptions<MapOptions> options) : IDisposable
{
    private const int MostBytes = 2 << 20, DeepestOfServices = 18;

    private readonly HttpClient http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = MostBytes,
        DefaultRequestHeaders = { { "User-Agent", "Linli" } },
    };

    private readonly Lazy<Dictionary<string, TileArchive>> files = new(() => options.Value.Base.Where(MapOptions.IsFile).Distinct().ToDictionary(path => path, path => new TileArchive(path)));

    /// <summary>The sheets, from the ground up.</summary>
    public IEnumerable<BaseSheet> Sheets => options.Value.Base.Select(sheet => files.Value.TryGetValue(sheet, out var file) ? new BaseSheet(file.IsVector, file.Deepest) : new(false, DeepestOfServices));

    /// <summary>A tile of one of the sheets; the problem is 404 where there is no such sheet or tile.</summary>
    public async Task<Result<BaseTile>> FetchAsync(int sheet, TileKey tile, CancellationToken ct)
    {
        if (sheet < 0 || sheet >= options.Value.Base.Length || !tile.Exists) return Problem.NotFound;
        if (files.Value.TryGetValue(options.Value.Base[sheet], out var file)) return file.Find(tile) is { } found ? new BaseTile(found, file.MediaType) : Problem.NotFound;
        var address = options.Value.Base[sheet].Replace("{z}", Number(tile.Zoom), StringComparison.Ordinal).Replace("{x}", Number(tile.X), StringComparison.Ordinal).Replace("{y}", Number(tile.Y), StringComparison.Ordinal);
        try
        {
            using var answer = await http.GetAsync(new Uri(address), ct);
            return answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType is { } type && type.StartsWith("image/", StringComparison.Ordinal)
                ? new BaseTile(await answer.Content.ReadAsByteArrayAsync(ct), type)
                : MapErrors.NoBase;
        }
        catch (Exception error) when (error is HttpRequestException || (error is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return MapErrors.NoBase;
        }
    }

    public void Dispose()
    {
        http.Dispose();
        if (!files.IsValueCreated) return;
        foreach (var file in files.Value.Values) file.Dispose();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
