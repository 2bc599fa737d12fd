namespace Linli.Demo;

/// <summary>A way by which reports reach the invented district.</summary>
/// <param name="Code">Lower-case letters, digits and hyphens; unique.</param>
/// <param name="Kind">Such as <c>hotline</c>, <c>city-management</c> or <c>device</c>.</param>
/// <param name="UnitCode">The unit that answers for it.</param>
/// <param name="Level">Level of its cases, 1 (gravest) to 5; null says nothing.</param>
/// <param name="RetentionDays">How long reporters are kept after a case has ended; null: always.</param>
/// <param name="Trusted">Whether cases may go out without a clerk.</param>
/// <param name="Name">Chinese name, unique.</param>
/// <param name="NameEn">English name.</param>
public sealed record DemoChannel(string Code, string Kind, string UnitCode, int? Level, int? RetentionDays, bool Trusted, string Name, string NameEn);
