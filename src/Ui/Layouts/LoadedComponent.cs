using Microsoft.AspNetCore.Components;

namespace Linli.Ui;

/// <summary>
/// A page or a part of one that is drawn only when all it shows has been read. The framework would also draw it between two
/// waits of <c>OnInitializedAsync</c>, half filled.
/// </summary>
public abstract class LoadedComponent : ComponentBase
{
    private Task? loading;

    [Inject] private LoadingTurns Turns { get; set; } = null!;

    /// <inheritdoc/>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        await (loading ??= Turns.RunAsync(LoadAsync));
        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Reads what is shown; called once, when the parameters are there, and while no other part of the page reads.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;
}
