using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Registry;

internal static class SignalsEndpoint
{
    /// <summary>Takes what a device in a home says; visits to people in need who live there are due at once. The same device, kind and instant again is the same signal.</summary>
    public static async Task<Results<Ok<TakenSignal>, ProblemResult>> Post(TakeSignal command, TakeSignalHandler handler, CancellationToken ct) => (await handler.HandleAsync(command, ct)).ToHttp();
}
