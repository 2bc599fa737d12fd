using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.StandardAddresses;

internal static class SeeAddressEndpoint
{
    /// <summary>An address with its other names, its position and its version.</summary>
    public static async Task<Results<Ok<AddressDetail>, ProblemResult>> Get(string code, SeeAddressHandler handler, CancellationToken ct) =>
        await handler.Find(code, ct) is { } address ? TypedResults.Ok(address) : new ProblemResult(Problem.NotFound);

    /// <summary>What lies right below an address, a page at a time.</summary>
    public static async Task<Results<Ok<AddressList>, ProblemResult>> Below(string code, int? page, SeeAddressHandler handler, CancellationToken ct) =>
        await handler.Find(code, ct) is { } address ? TypedResults.Ok(await handler.Below(address.Id, page ?? 1, ct)) : new ProblemResult(Problem.NotFound);
}
