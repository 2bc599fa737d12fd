using Linli.Contracts.Identity;
using Linli.Platform.Access;
using Linli.Platform.Problems;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Cases.SeedDemo;

/// <summary>The demo's accounts on the stage: each act by a real handler in a scope of its own, as a request would have it.</summary>
internal sealed class DemoCast(IServiceProvider services, IStaff staff)
{
    /// <summary>Lets an account act.</summary>
    /// <param name="who">Its name of sign-in.</param>
    /// <param name="act">What it does.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="at">When, where it was earlier; for acts on a case.</param>
    /// <returns>What came of it; an act of the demo is never refused.</returns>
    public async Task<T> DoAsync<THandler, T>(string who, Func<THandler, Task<Result<T>>> act, CancellationToken ct, DateTimeOffset? at = null) where THandler : notnull
    {
        var one = await FindAsync(who, ct);
        return await DoAsync(new PastAccess(new(ActorKind.Staff, one.Id, one.Name), one.UnitId), act, at);
    }

    /// <summary>Lets somebody of a unit act.</summary>
    public async Task<T> DoForAsync<THandler, T>(Guid unit, Func<THandler, Task<Result<T>>> act, CancellationToken ct, DateTimeOffset? at = null) where THandler : notnull
    {
        var one = (await staff.OfUnitAsync(unit, ct))[0];
        return await DoAsync(new PastAccess(new(ActorKind.Staff, one.Id, one.Name), unit), act, at);
    }

    public async Task<Colleague> FindAsync(string who, CancellationToken ct) => (await staff.NamedAsync([who], CasesPolicies.See, ct)).Single(c => c.UserName == who);

    private async Task<T> DoAsync<THandler, T>(IAccess access, Func<THandler, Task<Result<T>>> act, DateTimeOffset? at) where THandler : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.ActAs(access);
        var handler = at is { } then
            ? ActivatorUtilities.CreateInstance<THandler>(scope.ServiceProvider, ActivatorUtilities.CreateInstance<CaseWork>(scope.ServiceProvider, new StoppedClock(then)))
            : scope.ServiceProvider.GetRequiredService<THandler>();
        return (await act(handler)).Succeeded(out var done, out var refused) ? done : throw new InvalidOperationException($"{typeof(THandler).Name} by {access.Actor.Name} is refused: {refused.Code}");
    }

    private sealed class StoppedClock(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
