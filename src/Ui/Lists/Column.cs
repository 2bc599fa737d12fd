using Microsoft.AspNetCore.Components;

namespace Linli.Ui;

/// <summary>A column of a <see cref="DataTable{T}"/>. The first one carries the link of the row.</summary>
public sealed class Column<T> : ComponentBase
{
    [CascadingParameter] private DataTable<T> Table { get; set; } = null!;

    /// <summary>Its heading; on the phone the word before the value.</summary>
    [Parameter, EditorRequired] public required string Title { get; set; }

    /// <summary>The value of <c>?sort=</c> that sorts by it; <c>-</c> before it turns the order round.</summary>
    [Parameter] public string? Sort { get; set; }

    /// <summary>Numbers stand at the end.</summary>
    [Parameter] public bool Number { get; set; }

    /// <summary>The cell.</summary>
    [Parameter, EditorRequired] public required RenderFragment<T> ChildContent { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized() => Table.Columns.Add(this);
}
