using Linli.Platform.Idempotency;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Linli.Registry;

/// <summary>Imports over HTTP.</summary>
internal static class ImportsApi
{
    public static void Map(RouteGroupBuilder imports)
    {
        imports.RequireAuthorization(RegistryPolicies.Import);
        imports.MapGet("", List).WithName("listImports");
        imports.MapPost("", Post).WithMetadata(new RequestSizeLimitAttribute(CreateImportHandler.MostBytes * 4 / 3 + 1024)).Idempotent().WithName("createImport");
        imports.MapGet("{id:guid}", Get).WithName("getImport");
        imports.MapGet("{id:guid}/rows", Rows).WithName("listImportRows");
        imports.MapGet("{id:guid}/refused.csv", RefusedRowsEndpoint.Get).WithName("getRefusedImportRows");
        imports.MapPost("{id:guid}/columns", Columns).Idempotent().WithName("mapImport");
        imports.MapPost("{id:guid}/confirm", Confirm).Idempotent().WithName("confirmImport");
        imports.MapPost("{id:guid}/undo", Undo).Idempotent().WithName("undoImport");
    }

    /// <summary>The latest hundred imports, the newest first.</summary>
    private static async Task<Ok<IReadOnlyList<ImportSummary>>> List(ViewImportHandler handler, CancellationToken ct) => TypedResults.Ok(await handler.LatestAsync(ct));

    /// <summary>Takes a table in. Its rows are looked at in the background; nothing becomes a record before it is confirmed.</summary>
    private static async Task<Results<CreatedResult<ImportKey>, ProblemResult>> Post(CreateImport command, CreateImportHandler handler, CancellationToken ct) =>
        (await handler.HandleAsync(command, ct)).ToCreated(key => $"/api/v1/registry/imports/{key.Id}");

    /// <summary>How far an import is, and which column is what.</summary>
    private static async Task<Results<Ok<ImportDetails>, ProblemResult>> Get(Guid id, ViewImportHandler handler, CancellationToken ct) =>
        await handler.FindAsync(id, ct) is { } found ? TypedResults.Ok(found) : new ProblemResult(Problem.NotFound);

    /// <summary>What became, or would become, of its rows, a page at a time; with <c>show</c> only those <c>refused</c>, or those <c>kept</c> when it was undone.</summary>
    private static async Task<Results<Ok<ImportRowList>, ProblemResult>> Rows(Guid id, string? show, int? page, ViewImportHandler handler, CancellationToken ct) =>
        await handler.RowsAsync(id, ViewImportHandler.Shown(show), page ?? 1, ct) is { } rows ? TypedResults.Ok(rows) : new ProblemResult(Problem.NotFound);

    /// <summary>Names the columns; the rows are looked at again.</summary>
    private static async Task<Results<NoContent, ProblemResult>> Columns(Guid id, MapImport command, DecideImportHandler handler, CancellationToken ct) => (await handler.MapAsync(id, command, ct)).ToHttp();

    /// <summary>Has the rows taken in, in the background.</summary>
    private static async Task<Results<NoContent, ProblemResult>> Confirm(Guid id, DecideImport command, DecideImportHandler handler, CancellationToken ct) => (await handler.ConfirmAsync(id, command, ct)).ToHttp();

    /// <summary>Has the whole import taken back, but for records that were changed or looked at in full since.</summary>
    private static async Task<Results<NoContent, ProblemResult>> Undo(Guid id, DecideImport command, DecideImportHandler handler, CancellationToken ct) => (await handler.UndoAsync(id, command, ct)).ToHttp();
}
