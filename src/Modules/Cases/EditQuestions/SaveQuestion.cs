using System.ComponentModel.DataAnnotations;
using Linli.Cases.Questions;
using Linli.Cases.Taxonomy;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.EditQuestions;

/// <summary>An extra question as somebody wrote it.</summary>
internal sealed record SaveQuestion : ICommand
{
    public const int MostOptions = 20;

    [Required(ErrorMessage = "cases.wording-missing"), StringLength(200, ErrorMessage = "cases.wording-too-long")] public string? Wording { get; set; }
    [StringLength(200, ErrorMessage = "cases.wording-too-long")] public string? WordingEn { get; set; }
    [Required(ErrorMessage = "cases.kind-missing")] public QuestionKind? Kind { get; set; }

    /// <summary>With the report, or with the rating; a question keeps it.</summary>
    [EnumDataType(typeof(QuestionPurpose), ErrorMessage = "cases.kind-missing")] public QuestionPurpose Purpose { get; set; }

    /// <summary>Whether who is asked must answer.</summary>
    public bool Required { get; set; }

    /// <summary>What can be chosen; of a yes-or-no question those of 是 and 否 that stop.</summary>
    [MaxLength(MostOptions, ErrorMessage = "cases.too-many-options")] public List<SaveOption>? Options { get; set; }

    /// <summary>The condition, <c>CODE=ANSWER</c>: asked only when an earlier question was answered so.</summary>
    [StringLength(200, ErrorMessage = "cases.unknown-condition")] public string? When { get; set; }

    /// <summary>Its place among the questions of the category.</summary>
    [Range(0, 999, ErrorMessage = "cases.bad-rank")] public int? Rank { get; set; }

    /// <summary>Key of the version that the caller saw; none for a new question.</summary>
    public Guid? Seen { get; set; }

    public static SaveQuestion From(Question question) => new()
    {
        Wording = question.Wording, WordingEn = question.WordingEn, Kind = question.Kind, Purpose = question.Purpose, Required = question.Required, Rank = question.Rank, Seen = question.Id,
        When = question.AskedAfter is null ? null : $"{question.AskedAfter}={question.AskedWhen}",
        Options = [.. question.Options.Select(o => new SaveOption { Name = o.Name, NameEn = o.NameEn, Stop = o.Stop, StopEn = o.StopEn })],
    };
}

/// <summary>An answer to choose, as somebody wrote it.</summary>
internal sealed record SaveOption
{
    public string? Name { get; set; }
    public string? NameEn { get; set; }

    /// <summary>Who chooses this is told these words and the report is not filed.</summary>
    public string? Stop { get; set; }
    public string? StopEn { get; set; }
}

/// <summary>Adds and changes the extra questions of a category. The version in force ends, another begins; they hold for the whole installation.</summary>
internal sealed class SaveQuestionHandler(AppDb db, IAccess access, TaxonomyCache cache, TimeProvider clock)
{
    /// <param name="category">A node of the taxonomy.</param>
    /// <param name="code">The question; null for a new one.</param>
    /// <param name="command">What it is from now on.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<SavedQuestion>> HandleAsync(string category, string? code, SaveQuestion command, CancellationToken ct)
    {
        if (CommandValidation.Check(command) is { } invalid) return invalid;
        var tree = await cache.GetAsync(ct);
        if (tree.Find(category) is null) return Problem.NotFound;
        var before = await db.Questions.AsNoTracking().SingleOrDefaultAsync(q => q.CategoryCode == category && q.Code == code && q.ValidTo == null, ct);
        if (code is not null && before is null) return Problem.NotFound;
        if (before?.Id != command.Seen) return Problem.Stale;
        if (!QuestionDraft.Read(command).Succeeded(out var options, out var refused)) return refused;
        var now = clock.GetUtcNow();
        var question = QuestionDraft.Of(tree, category, before, command, options, now);
        if (QuestionDraft.Fault(tree, category, question) is { } fault) return fault;

        await using var work = await db.BeginAsync(ct);
        if (before is not null && !await db.EndAsync(before, now, ct)) return Problem.Stale;
        db.Append(question);
        db.Audit(access, "cases.save-question", $"category/{category}", now, details: new { question.Code, question.Wording, question.Kind, question.Required, from = before?.Wording });
        db.AfterCommit(cache.Forget);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            db.Forget();
            return Problem.Stale;   // somebody gave the same code to another question
        }
        await work.CommitAsync(ct);
        return new SavedQuestion(question.Code, question.Id);
    }
}

/// <summary>A question as saved.</summary>
/// <param name="Code">Its code among the answers of reports.</param>
/// <param name="Seen">Key of this version, to send with the next change.</param>
internal sealed record SavedQuestion(string Code, Guid Seen);
