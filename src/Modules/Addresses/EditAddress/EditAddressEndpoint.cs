using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.StandardAddresses;

internal static class EditAddressEndpoint
{
    public static async Task<Results<CreatedResult<AddressDetail>, ProblemResult>> Post(CreateAddress command, EditAddressHandler handler, CancellationToken ct) =>
        (await handler.Create(command, ct)).ToCreated(address => $"/api/v1/addresses/{address.Code}");

    /// <summary>Changes an address: all facts are given, those that stay as well. A replaced name is kept as an old one; a last day ends it with all that lies below.</summary>
    public static async Task<Results<Ok<AddressDetail>, ProblemResult>> Put(string code, EditAddress command, EditAddressHandler handler, CancellationToken ct) =>
        (await handler.Edit(code, command, ct)).ToHttp();
}
