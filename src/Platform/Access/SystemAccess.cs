using Microsoft.Extensions.DependencyInjection;

namespace Linli.Platform.Access;

/// <summary>The program acting by itself; sees and may everything, under a name that history and audit keep.</summary>
/// <param name="name">What acts, e.g. <c>outbox</c> or <c>import</c>.</param>
public sealed class SystemAccess(string name) : IAccess
{
    /// <inheritdoc/>
    public Actor Actor { get; } = new(ActorKind.System, null, name);

    /// <inheritdoc/>
    public string? Division => "";

    /// <inheritdoc/>
    public Guid? Unit => null;

    /// <inheritdoc/>
    public bool OwnUnitOnly => false;

    /// <inheritdoc/>
    public bool May(string permission) => true;
}

/// <summary>Gives a scope outside a request its access.</summary>
public static class AccessScope
{
    /// <summary>Makes <paramref name="services"/> (a scope) act as <paramref name="access"/>.</summary>
    public static void ActAs(this IServiceProvider services, IAccess access) =>
        services.GetRequiredService<CurrentAccess>().Become(access);

    /// <summary>Opens a scope that acts as the program under <paramref name="name"/>.</summary>
    public static AsyncServiceScope CreateSystemScope(this IServiceProvider services, string name)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.ActAs(new SystemAccess(name));
        return scope;
    }
}
