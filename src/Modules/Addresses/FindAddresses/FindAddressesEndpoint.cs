using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http;

namespace Linli.StandardAddresses;

internal static class FindAddressesEndpoint
{
    private const int Most = 10;

    /// <summary>Standard addresses that somebody who has typed this far may mean, within a division where one is named. Strangers get buildings and what is above; staff with the right also the rooms of their divisions. 503 while the addresses are being loaded.</summary>
    public static async Task<Results<Ok<AddressSuggestion[]>, ProblemResult>> Get(string? q, string? division, FindAddressesHandler handler, CancellationToken ct) =>
        (await handler.Handle(q ?? "", division, Most, ct)).ToHttp();
}
