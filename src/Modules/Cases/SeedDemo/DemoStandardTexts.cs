using Linli.Cases.StandardTexts;
using Linli.Platform;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.SeedDemo;

/// <summary>Standard texts to begin with.</summary>
internal sealed class DemoStandardTexts(AppDb db, TimeProvider clock) : IDemoSeeder
{
    public int Order => 35;

    public async Task SeedAsync(int caseCount, CancellationToken ct)
    {
        if (await db.StandardTexts.AnyAsync(ct)) return;
        Add(CaseAction.Reply, "正在办理", "您好，您反映的问题（编号 {number}）已交{unit}办理，我们会及时告知进展。");
        Add(CaseAction.Reply, "请补充地点", "您好，您反映的问题（编号 {number}）还缺少准确地点，请补充门牌号或附近标志。");
        Add(CaseAction.Close, "已解决", "您好，您反映的问题（编号 {number}）已由{unit}处置完毕并经核查，感谢您的反映。如未解决，十天内可以申请重新办理。");
        Add(CaseAction.Decline, "不属于职责范围", "您好，您反映的事项（编号 {number}）不属于本平台受理范围，请向有权处理的部门反映。");
        Add(CaseAction.Decline, "重复反映", "您好，您反映的问题（编号 {number}）与此前的诉求相同，已在办理，请留意原诉求的进展。");
        await db.SaveChangesAsync(ct);
    }

    private void Add(CaseAction action, string title, string text) =>
        db.Add(new StandardText { Id = Guid.CreateVersion7(clock.GetUtcNow()), Action = action, CategoryCode = null, Title = title, Text = text });
}
