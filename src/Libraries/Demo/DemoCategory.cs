namespace Linli.Demo;

/// <summary>A node of the four-level taxonomy: 6 fields, 18 main types, 93 sub types, 370 leaves.</summary>
/// <param name="Code">Two digits a level, so a child's code begins with its parent's.</param>
/// <param name="ParentCode">Code one level up, null at level 1.</param>
/// <param name="Level">1 to 4; level 4 is what is handled.</param>
/// <param name="Name">Chinese name, unique among the leaves.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Keywords">Words that residents use for it; empty above level 4.</param>
/// <param name="Urgent">Endangers people: shorter limits that run round the clock.</param>
public sealed record DemoCategory(
    string Code, string? ParentCode, int Level, string Name, string NameEn, IReadOnlyList<string> Keywords, bool Urgent);
