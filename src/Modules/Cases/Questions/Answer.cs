using System.Text.Json;
using Linli.Platform.Data;
using Linli.Platform.Texts;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.Questions;

/// <summary>What was answered to an extra question when a case was filed.</summary>
internal sealed class Answer
{
    public required Guid CaseId { get; init; }

    /// <summary>The version of the question that was asked.</summary>
    public required Guid QuestionId { get; init; }

    /// <summary>The answer as JSON: an array of words; a number and a date in the invariant form.</summary>
    public required string Given { get; init; }

    /// <summary>Of a case that is being filed.</summary>
    public static Answer Of(Guid caseId, AskedQuestion answered) => new() { CaseId = caseId, QuestionId = answered.Question.Id, Given = JsonSerializer.Serialize(answered.Given, Json.Readable) };

    /// <summary>The answer beside the question as it was asked.</summary>
    public AskedQuestion To(Question question) => new(question, JsonSerializer.Deserialize<string[]>(Given, Json.Readable) ?? []);
}

/// <summary>A question and its answer.</summary>
/// <param name="Question">As it was asked.</param>
/// <param name="Given">One answer; several where several could be chosen.</param>
internal sealed record AskedQuestion(Question Question, IReadOnlyList<string> Given);

internal static class AnswersOfCases
{
    /// <summary>What was answered when a case was filed, in the order in which it was asked.</summary>
    public static async Task<IReadOnlyList<AskedQuestion>> AnsweredAsync(this AppDb db, Guid caseId, CancellationToken ct)
    {
        var found = await db.Answers.AsNoTracking().Where(a => a.CaseId == caseId).Join(db.Questions, a => a.QuestionId, q => q.Id, (answer, question) => new { answer, question }).ToListAsync(ct);
        return [.. found.OrderBy(f => f.question.CategoryCode.Length).ThenBy(f => f.question.Rank).ThenBy(f => f.question.Code, StringComparer.Ordinal).Select(f => f.answer.To(f.question))];
    }
}
