using System.Globalization;
using Linli.Cases.OfficialLetters;
using Linli.Platform.Export;
using Linli.Platform.Files;
using Linli.Platform.Idempotency;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Linli.Cases.MakeBulletin;

/// <summary>Bulletins over HTTP.</summary>
internal static class BulletinsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.RequireAuthorization(CasesPolicies.SeeFigures);
        api.MapGet("", List).WithName("listBulletins");
        api.MapPost("", Make).Idempotent().WithName("makeBulletin");
        api.MapGet("{id:guid}.docx", (Guid id, MakeBulletinHandler handler, FileStore files, CancellationToken ct) => SendAsync(id, word: true, handler, files, ct)).WithName("downloadBulletin");
        api.MapGet("{id:guid}.xlsx", (Guid id, MakeBulletinHandler handler, FileStore files, CancellationToken ct) => SendAsync(id, word: false, handler, files, ct)).WithName("downloadBulletinWorkbook");
    }

    /// <summary>The bulletins of the caller's divisions, the newest first.</summary>
    private static async Task<Ok<IReadOnlyList<BulletinDetails>>> List(MakeBulletinHandler handler, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<BulletinDetails>>([.. (await handler.ListAsync(ct)).Select(b => new BulletinDetails(b.Id, b.DivisionCode, b.Week, b.MadeAt, b.MadeBy))]);

    /// <summary>Makes the bulletin of a division's week; gives its key.</summary>
    private static async Task<Results<Ok<Guid>, ProblemResult>> Make(MakeBulletin command, MakeBulletinHandler handler, CancellationToken ct) => (await handler.HandleAsync(command, ct)).ToHttp();

    private static async Task<IResult> SendAsync(Guid id, bool word, MakeBulletinHandler handler, FileStore files, CancellationToken ct)
    {
        if (await handler.FindAsync(id, ct) is not { } found) return new ProblemResult(Problem.NotFound);
        var name = string.Create(CultureInfo.InvariantCulture, $"{found.DivisionCode}-{found.Week:yyyyMMdd}");
        return word ? files.Send(new(found.WordHash, OfficialLettersApi.WordType, found.WordLength), name + ".docx")
            : files.Send(new(found.ExcelHash, ExcelFile.ContentType, found.ExcelLength), name + ".xlsx");
    }
}

/// <summary>A bulletin; its documents are at <c>/api/v1/bulletins/{id}.docx</c> and <c>.xlsx</c>.</summary>
/// <param name="Id">Key.</param>
/// <param name="DivisionCode">The district or street.</param>
/// <param name="Week">Monday of the week.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="MadeBy">By whom, or by what.</param>
internal sealed record BulletinDetails(Guid Id, string DivisionCode, DateOnly Week, DateTimeOffset MadeAt, string MadeBy);
