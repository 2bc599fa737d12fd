using Microsoft.AspNetCore.Components;

namespace Linli.Ui;

/// <summary>
/// A page or a part of one that is drawn only when all it shows has been read. The framework would also draw it between two
/// waits of <c>OnInitializedAsync</c>, half filled.
/// </summary>
public abstract class LoadedComponent : ComponentBase
{
    private Task? loading;

    /// <inheritdoc/>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        await (loading ??= LoadAsync());
        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Reads what is shown; called once, when the parameters are there.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;
}
