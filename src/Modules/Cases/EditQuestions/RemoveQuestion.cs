using Linli.Cases.Questions;
using Linli.Cases.Taxonomy;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.EditQuestions;

/// <summary>Asks a question no more. Cases that answered it keep it.</summary>
internal sealed record RemoveQuestion : ICommand
{
    /// <summary>Key of the version that the caller saw.</summary>
    public Guid Seen { get; set; }
}

internal sealed class RemoveQuestionHandler(AppDb db, IAccess access, TaxonomyCache cache, TimeProvider clock)
{
    public async Task<Result<Done>> HandleAsync(string category, string code, RemoveQuestion command, CancellationToken ct)
    {
        if (await db.Questions.AsNoTracking().SingleOrDefaultAsync(q => q.CategoryCode == category && q.Code == code && q.ValidTo == null, ct) is not { } question) return Problem.NotFound;
        if (question.Id != command.Seen) return Problem.Stale;
        if (QuestionDraft.IsNeeded(await cache.GetAsync(ct), question)) return CaseErrors.QuestionNeeded;
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(ct);
        if (!await db.EndAsync(question, now, ct)) return Problem.Stale;
        db.Audit(access, "cases.remove-question", $"category/{category}", now, details: new { question.Code, question.Wording });
        db.AfterCommit(cache.Forget);
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return new Done();
    }
}
