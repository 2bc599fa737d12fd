namespace Linli.Cases.StandardTexts;

/// <summary>A sentence that clerks need again and again. <c>{number}</c> and <c>{unit}</c> stand for those of the case.</summary>
internal sealed class StandardText
{
    /// <summary>The acts whose forms offer texts.</summary>
    public static readonly IReadOnlyList<CaseAction> Actions =
    [
        CaseAction.Accept, CaseAction.Decline, CaseAction.Reclassify, CaseAction.Relocate, CaseAction.Dispatch, CaseAction.Take,
        CaseAction.Progress, CaseAction.Handle, CaseAction.Verify, CaseAction.Reply, CaseAction.Close, CaseAction.Reopen,
    ];

    public required Guid Id { get; init; }

    /// <summary>What is being done when it is offered.</summary>
    public required CaseAction Action { get; set; }

    /// <summary>Only for this branch of the taxonomy; null for all cases.</summary>
    public required string? CategoryCode { get; set; }
    public required string Title { get; set; }
    public required string Text { get; set; }
    public int Version { get; set; }

    /// <summary>Its name in the audit log.</summary>
    public string Subject => $"standard-text/{Id}";

    /// <summary>The sentence for a case.</summary>
    public string For(string number, string? unit) =>
        Text.Replace("{number}", number, StringComparison.Ordinal).Replace("{unit}", unit ?? "", StringComparison.Ordinal);
}
