using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Export;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Party;

internal static class CoverageEndpoint
{
    /// <summary>Buildings that nobody looks after, then the others; the share of the division and of each part of it.</summary>
    public static async Task<Ok<CoverageList>> List(string? under, bool? covered, int? page, CoverageHandler handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(under, covered, page ?? 1, ct));

    /// <summary>A building with who looks after it.</summary>
    public static async Task<Results<Ok<BuildingLine>, ProblemResult>> Get(Guid id, CoverageHandler handler, CancellationToken ct) =>
        await handler.Find(id, ct) is { } building ? TypedResults.Ok(building) : new ProblemResult(Problem.NotFound);

    /// <summary>All buildings of a division with who looks after them, UTF-8 CSV.</summary>
    public static async Task<PushStreamHttpResult> GetCsv(string? under, CoverageHandler handler, AppDb db, IAccess access, TimeProvider clock, CancellationToken ct)
    {
        db.Audit(access, "party.export-buildings", "division/" + (under ?? access.Division), clock.GetUtcNow(), under ?? access.Division ?? "");
        await db.SaveChangesAsync(ct);
        return TypedResults.Stream(output => WriteAsync(output, handler.All(under, ct)), "text/csv; charset=utf-8", "party-buildings.csv");
    }

    private static async Task WriteAsync(Stream output, IAsyncEnumerable<BuildingLine> lines)
    {
        await using var csv = new CsvFile(output);
        await csv.WriteAsync("code", "building", "division", "place", "adopters");
        await foreach (var line in lines) await csv.WriteAsync(line.Code, line.Text, line.DivisionCode, line.Division, string.Join('、', line.Adopters));
    }
}
