namespace Linli.Ui;

/// <summary>Names the texts of the components (<c>Resources/zh-CN.json</c>, <c>en.json</c>) to the localizer.</summary>
public sealed class UiTexts;
