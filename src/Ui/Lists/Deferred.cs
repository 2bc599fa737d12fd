using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Linli.Ui;

/// <summary>Renders its content after its elder siblings: by then the columns have told the table of themselves.</summary>
public sealed class Deferred : ComponentBase
{
    /// <summary>What waits.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, ChildContent);
}
