namespace Linli.Cases.ReportPage;

/// <summary>Words that call for the fire brigade, the police or an ambulance before anybody reads a report.</summary>
internal static class Emergency
{
    private static readonly (string Number, string[] Words)[] Signs =
    [
        ("119", ["着火", "起火", "失火", "火灾", "冒浓烟", "爆炸", "燃气泄漏", "煤气泄漏", "被困电梯", "困在电梯", "on fire", "gas leak", "explosion"]),
        ("110", ["打架", "斗殴", "抢劫", "持刀", "砍人", "行凶", "跳楼", "轻生", "robbery", "stabbed", "suicide"]),
        ("120", ["昏迷", "晕倒", "没有呼吸", "大出血", "触电", "中毒", "unconscious", "not breathing", "electrocuted"]),
    ];

    /// <summary>The number to call first, or null.</summary>
    public static string? NumberFor(string? text) =>
        text is null ? null : Signs.FirstOrDefault(s => s.Words.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase))).Number;
}
