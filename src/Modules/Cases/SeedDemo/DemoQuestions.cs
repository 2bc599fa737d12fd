using Linli.Cases.Questions;
using Linli.Cases.Taxonomy;
using Linli.Platform;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.SeedDemo;

/// <summary>Extra questions of some categories to begin with.</summary>
internal sealed class DemoQuestions(AppDb db, TaxonomyCache cache, TimeProvider clock) : IDemoSeeder
{
    public int Order => 31;

    public async Task SeedAsync(int caseCount, CancellationToken ct)
    {
        if (await db.Questions.AnyAsync(ct)) return;
        var tree = await cache.GetAsync(ct);
        Add(tree, "燃气泄漏", 1, QuestionKind.YesNo, "现在还闻得到燃气味吗？", "Can you still smell gas?", required: true, options: [new(Question.Yes, "", "请关掉总阀、开窗、不要碰开关，离开后拨打 119。", "Close the main valve, open the windows, touch no switch, leave and call 119.")]);
        Add(tree, "燃气泄漏", 2, QuestionKind.Text, "哪一户、哪一层？", "Which flat, which floor?");
        Add(tree, "电梯困人", 1, QuestionKind.YesNo, "现在还有人困在里面吗？", "Is anybody trapped right now?", required: true, options: [new(Question.Yes, "", "请按轿厢内的报警按钮，并拨打 119。", "Press the alarm button in the car and call 119.")]);
        Add(tree, "邻里噪声", 1, QuestionKind.Several, "一般在什么时候？", "At what time?", options: [new("白天", "By day"), new("晚上十点以后", "After 10 p.m."), new("凌晨", "Before dawn"), new("周末全天", "All weekend")]);
        Add(tree, "邻里噪声", 2, QuestionKind.YesNo, "和对方沟通过吗？", "Have you talked to them?");
        Add(tree, "邻里噪声", 3, QuestionKind.Date, "哪天沟通的？", "On what day?", after: "q2", when: Question.Yes);
        Add(tree, "邻里噪声", 4, QuestionKind.YesNo, "噪声现在停了吗？", "Has the noise stopped?", purpose: QuestionPurpose.Rating);
        Add(tree, "邻里噪声", 5, QuestionKind.One, "工作人员上门了吗？", "Did anybody come to see you?", options: [new("上门了", "Yes"), new("只打了电话", "They only called"), new("都没有", "Neither")], purpose: QuestionPurpose.Rating);
        db.AfterCommit(cache.Forget);
        await db.SaveChangesAsync(ct);
    }

    private void Add(
        TaxonomySnapshot tree, string category, int number, QuestionKind kind, string wording, string wordingEn, bool required = false, AnswerOption[]? options = null, string? after = null, string? when = null, QuestionPurpose purpose = QuestionPurpose.Report)
    {
        if (tree.Leaves.FirstOrDefault(leaf => leaf.Name == category) is not { } leaf) return;
        var now = clock.GetUtcNow();
        db.Append(new Question
        {
            Id = Guid.CreateVersion7(now), CategoryCode = leaf.Code, Code = $"q{number}", Rank = number * 10, Purpose = purpose, Kind = kind, Wording = wording, WordingEn = wordingEn, Required = required,
            Choices = Question.Write(options ?? []), AskedAfter = after, AskedWhen = when, ValidFrom = now,
        });
    }
}
