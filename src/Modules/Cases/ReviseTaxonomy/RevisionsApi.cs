using Linli.Cases.EditTaxonomy;
using Linli.Cases.Taxonomy;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Export;
using Linli.Platform.Idempotency;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ReviseTaxonomy;

/// <summary>Versions of taxonomy and responsibility list over HTTP.</summary>
internal static class RevisionsApi
{
    public const string FileName = "taxonomy.xlsx";

    public static void Map(RouteGroupBuilder taxonomy)
    {
        taxonomy.MapGet("export.xlsx", Export).RequireAuthorization(CasesPolicies.SeeTaxonomy).WithName("exportTaxonomy");
        taxonomy.MapGet("revisions", List).RequireAuthorization(CasesPolicies.ManageTaxonomy).WithName("listRevisions");
        taxonomy.MapPost("revisions", Draft).RequireAuthorization(CasesPolicies.ManageTaxonomy).WithMetadata(new RequestSizeLimitAttribute(DraftRevisionHandler.MostBytes * 4 / 3 + 1024)).Idempotent().WithName("draftRevision");
        taxonomy.MapGet("revisions/{id:guid}", View).RequireAuthorization(CasesPolicies.ManageTaxonomy).WithName("viewRevision");
        taxonomy.MapGet("revisions/{id:guid}/dry-run", Run).RequireAuthorization(CasesPolicies.ManageTaxonomy).WithName("dryRunRevision");
        taxonomy.MapPost("revisions/{id:guid}/apply", Apply).RequireAuthorization(CasesPolicies.ManageTaxonomy).Idempotent().WithName("applyRevision");
        taxonomy.MapPost("revisions/{id:guid}/drop", Drop).RequireAuthorization(CasesPolicies.ManageTaxonomy).Idempotent().WithName("dropRevision");
        taxonomy.MapPost("{code}/responsibilities/dry-run", RunEntry).RequireAuthorization(CasesPolicies.ManageTaxonomy).WithName("dryRunResponsibility");   // writes nothing
    }

    /// <summary>Categories and responsibility entries of the caller's divisions as an Excel workbook of two sheets.</summary>
    private static async Task<FileContentHttpResult> Export(ExportTaxonomyHandler handler, CancellationToken ct) =>
        TypedResults.File(await handler.HandleAsync(ct), ExcelFile.ContentType, FileName);

    /// <summary>The latest hundred revisions, the newest first.</summary>
    private static async Task<Ok<IReadOnlyList<RevisionLine>>> List(AppDb db, IAccess access, CancellationToken ct) => TypedResults.Ok(await db.LatestRevisionsAsync(access, ct));

    /// <summary>Drafts a revision from a table: what it would change, and which rows cannot be taken.</summary>
    private static async Task<Results<CreatedResult<RevisionKey>, ProblemResult>> Draft(DraftRevision command, DraftRevisionHandler handler, CancellationToken ct) =>
        (await handler.HandleAsync(command, ct)).Succeeded(out var id, out var problem) ? new CreatedResult<RevisionKey>(new(id), $"/api/v1/taxonomy/revisions/{id}") : new ProblemResult(problem);

    /// <summary>A revision with all it changes.</summary>
    private static async Task<Results<Ok<RevisionDetails>, ProblemResult>> View(Guid id, AppDb db, IAccess access, CancellationToken ct) =>
        await db.Revisions.AsNoTracking().Within(access).SingleOrDefaultAsync(r => r.Id == id, ct) is { } revision ? TypedResults.Ok(RevisionDetails.Of(revision)) : new ProblemResult(Problem.NotFound);

    /// <summary>What a revision would make of the cases of the last thirty days.</summary>
    private static async Task<Results<Ok<DryRun>, ProblemResult>> Run(Guid id, DryRunHandler handler, CancellationToken ct) => (await handler.OfRevisionAsync(id, ct)).ToHttp();

    /// <summary>What an entry would make of the cases of the last thirty days, if it were set.</summary>
    private static async Task<Results<Ok<DryRun>, ProblemResult>> RunEntry(string code, SetResponsibility command, SetResponsibilityHandler handler, CancellationToken ct) => (await handler.TryAsync(code, command, ct)).ToHttp();

    /// <summary>Puts a revision in force, at once or from a day on.</summary>
    private static async Task<Results<NoContent, ProblemResult>> Apply(Guid id, ApplyRevision command, ApplyRevisionHandler handler, CancellationToken ct) => (await handler.HandleAsync(id, command, ct)).ToHttp();

    /// <summary>Gives up a revision that is not in force.</summary>
    private static async Task<Results<NoContent, ProblemResult>> Drop(Guid id, DropRevision command, ApplyRevisionHandler handler, CancellationToken ct) => (await handler.DropAsync(id, command, ct)).ToHttp();

    /// <summary>The latest hundred revisions that the caller sees.</summary>
    public static async Task<IReadOnlyList<RevisionLine>> LatestRevisionsAsync(this AppDb db, IAccess access, CancellationToken ct) =>
        await db.Revisions.AsNoTracking().Within(access).OrderByDescending(r => r.CreatedAt).Take(100)
            .Select(r => new RevisionLine(r.Id, r.FileName, r.ActorName, r.CreatedAt, r.Changes, r.Refused, r.State, r.EffectiveFrom, r.AppliedAt, r.Version)).ToListAsync(ct);
}

/// <summary>Which revision.</summary>
internal sealed record RevisionKey(Guid Id);

/// <summary>A revision without what it changes.</summary>
internal sealed record RevisionLine(Guid Id, string FileName, string ActorName, DateTimeOffset CreatedAt, int Changes, int Refused, RevisionState State, DateTimeOffset? EffectiveFrom, DateTimeOffset? AppliedAt, int Version);

/// <summary>A revision with what it changes.</summary>
internal sealed record RevisionDetails(
    Guid Id, string FileName, string ActorName, DateTimeOffset CreatedAt, RevisionState State, DateTimeOffset? EffectiveFrom, DateTimeOffset? AppliedAt, int Version,
    IReadOnlyList<CategoryChange> Categories, IReadOnlyList<EntryDifference> Entries, IReadOnlyList<RefusedLine> Refused)
{
    public static RevisionDetails Of(Revision revision)
    {
        var content = RevisionContent.Read(revision.Content);
        return new(revision.Id, revision.FileName, revision.ActorName, revision.CreatedAt, revision.State, revision.EffectiveFrom, revision.AppliedAt, revision.Version, content.Categories,
            [.. content.Entries.Select(e => new EntryDifference(e.Kind, e.Key.Category, e.Key.Division, ConditionDraft.Of(e.Key.Condition), EntrySide.Of(e.Before), EntrySide.Of(e.After)))], content.Refused);
    }
}

/// <summary>What becomes of an entry.</summary>
internal sealed record EntryDifference(ChangeKind Kind, string CategoryCode, string DivisionCode, ConditionDraft? Condition, EntrySide? Before, EntrySide? After);

/// <summary>An entry before or after.</summary>
internal sealed record EntrySide(Guid UnitId, ViewCase.PromiseDetails Promise)
{
    public static EntrySide? Of(EntryFacts? facts) => facts is null ? null : new(facts.UnitId, ViewCase.PromiseDetails.Of(facts.Promise));
}
