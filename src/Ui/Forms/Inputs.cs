using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Linli.Ui;

/// <summary>The framework's text input, tied to the <see cref="Field{TValue}"/> around it.</summary>
public sealed class TextInput : InputText
{
    [CascadingParameter] private FieldState? Field { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet() => AdditionalAttributes = FieldState.Attributes(Field, AdditionalAttributes, "form-control");
}

/// <summary>Several lines of text.</summary>
public sealed class LongTextInput : InputTextArea
{
    [CascadingParameter] private FieldState? Field { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet() => AdditionalAttributes = FieldState.Attributes(Field, AdditionalAttributes, "form-control");
}

/// <summary>A number.</summary>
public sealed class NumberInput<TValue> : InputNumber<TValue>
{
    [CascadingParameter] private FieldState? Field { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet() => AdditionalAttributes = FieldState.Attributes(Field, AdditionalAttributes, "form-control");
}

/// <summary>A date, or with <c>Type</c> a date and time.</summary>
public sealed class DateInput<TValue> : InputDate<TValue>
{
    [CascadingParameter] private FieldState? Field { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        AdditionalAttributes = FieldState.Attributes(Field, AdditionalAttributes, "form-control");
    }
}

/// <summary>One of a few; options are the content.</summary>
public sealed class SelectInput<TValue> : InputSelect<TValue>
{
    [CascadingParameter] private FieldState? Field { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet() => AdditionalAttributes = FieldState.Attributes(Field, AdditionalAttributes, "form-select");
}
