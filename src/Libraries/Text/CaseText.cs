namespace Linli.Text;

/// <summary>What a reporter wrote: a heading, a story, or only one of the two. Free text without a heading goes into the body.</summary>
/// <param name="Title">The heading; empty when there is none.</param>
/// <param name="Body">The story; empty when there is none.</param>
public readonly record struct CaseText(string Title, string Body)
{
    /// <summary>Free text without a heading.</summary>
    public static implicit operator CaseText(string text) => new("", text);
}
