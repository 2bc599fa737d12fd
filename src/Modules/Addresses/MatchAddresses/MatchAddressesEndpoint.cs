using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.StandardAddresses;

internal static class MatchAddressesEndpoint
{
    /// <summary>Matches written addresses to standard addresses of the caller's divisions, many at once. Changes nothing.</summary>
    public static async Task<Results<Ok<MatchedAddress[]>, ProblemResult>> Post(MatchAddresses command, MatchAddressesHandler handler, CancellationToken ct) =>
        (await handler.Handle(command, ct)).ToHttp();
}
