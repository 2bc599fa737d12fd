using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Linli.Ui;

/// <summary>A Tabler icon from the sprite; its name stands in web/icons.txt. Silent unless it has a label.</summary>
public sealed class Icon : IComponent
{
    private static readonly string Sprite = Asset.Url("icons.svg");
    private static readonly ConcurrentDictionary<string, MarkupString> Silent = [];
    private RenderHandle handle;

    /// <summary>Its name.</summary>
    [Parameter, EditorRequired] public required string Name { get; set; }

    /// <summary>What it says to those who do not see it, where no word beside it does.</summary>
    [Parameter] public string? Label { get; set; }

    /// <summary>A class of its own.</summary>
    [Parameter] public string? Class { get; set; }

    /// <summary>The silent icon as markup, for what a page has hundreds of: as components they cost more than the rest.</summary>
    /// <param name="name">Its name: the program's own word, never somebody's text.</param>
    public static MarkupString Of(string name) => Silent.GetOrAdd(name, known => new($"<svg class=\"icon\" aria-hidden=\"true\"><use href=\"{Sprite}#{known}\"></use></svg>"));

    /// <inheritdoc/>
    public void Attach(RenderHandle renderHandle) => handle = renderHandle;

    /// <inheritdoc/>
    public Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        handle.Render(Draw);
        return Task.CompletedTask;
    }

    private void Draw(RenderTreeBuilder builder)
    {
        if (Label is null && Class is null)
        {
            builder.AddContent(0, Of(Name));
            return;
        }
        builder.OpenElement(1, "svg");
        builder.AddAttribute(2, "class", $"icon {Class}");
        builder.AddAttribute(3, "role", Label is null ? null : "img");
        builder.AddAttribute(4, "aria-label", Label);
        builder.AddAttribute(5, "aria-hidden", Label is null ? "true" : null);
        builder.OpenElement(6, "use");
        builder.AddAttribute(7, "href", $"{Sprite}#{Name}");
        builder.CloseElement();
        builder.CloseElement();
    }
}
