using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Linli.Ui;

/// <summary>What <see cref="StatusBadge"/> and <see cref="DeadlineBadge"/> show without a tint, as markup: a list has a hundred of them.</summary>
public sealed class Pills(HtmlEncoder encoder, IStringLocalizer<UiTexts> text)
{
    /// <summary>A state by colour, icon and word.</summary>
    /// <param name="tone">The colour.</param>
    /// <param name="icon">The icon: the program's own word.</param>
    /// <param name="words">What people read.</param>
    public MarkupString Of(Tone tone, string icon, string words) => new($"<span class=\"pill pill-plain {tone.Class()}\">{Icon.Of(icon)}{encoder.Encode(words)}</span>");

    /// <summary>How a deadline stands.</summary>
    public MarkupString Of(Deadline deadline) => new($"<span class=\"pill deadline pill-plain {deadline.Tone.Class()}\">{Icon.Of(deadline.Icon)}{encoder.Encode(deadline.Words(text))}</span>");
}
