namespace Linli.Cases.StandardTexts;

/// <summary>A sentence that clerks need again and again. <c>{number}</c> and <c>{unit}</c> stand for those of the case.</summary>
internal sealed class StandardText
{
    public required Guid Id { get; init; }

    /// <summary>What is being done when it is offered.</summary>
    public required CaseAction Action { get; set; }

    /// <summary>Only for this branch of the taxonomy; null for all cases.</summary>
    public required string? CategoryCode { get; set; }
    public required string Title { get; set; }
    public required string Text { get; set; }

    /// <summary>The sentence for a case.</summary>
    public string For(string number, string? unit) =>
        Text.Replace("{number}", number, StringComparison.Ordinal).Replace("{unit}", unit ?? "", StringComparison.Ordinal);
}
