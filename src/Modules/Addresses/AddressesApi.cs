using Linli.Platform.Idempotency;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Linli.StandardAddresses;

/// <summary>The API of the standard addresses, in one place so that it reads like its table of contents.</summary>
internal static class AddressesApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapApi("/api/v1/addresses").WithTags("Addresses");

        // Where a building stands is no secret; residents need it before they sign in.
        api.MapGet("", FindAddressesEndpoint.Get).AllowAnonymous().RequireRateLimiting(RateLimits.Lookup).WithName("findAddresses");
        api.MapPost("match", MatchAddressesEndpoint.Post).RequireAuthorization(AddressesPolicies.See).WithName("matchAddresses");

        api.MapGet("{code}", SeeAddressEndpoint.Get).RequireAuthorization(AddressesPolicies.See).WithName("getAddress");
        api.MapGet("{code}/below", SeeAddressEndpoint.Below).RequireAuthorization(AddressesPolicies.See).WithName("listAddressesBelow");
        api.MapPost("", EditAddressEndpoint.Post).RequireAuthorization(AddressesPolicies.Manage).Idempotent().WithName("createAddress");
        api.MapPut("{code}", EditAddressEndpoint.Put).RequireAuthorization(AddressesPolicies.Manage).WithName("editAddress");

        api.MapGet("unmatched", UnmatchedEndpoint.List).RequireAuthorization(AddressesPolicies.Manage).WithName("listUnmatchedAddresses");
        api.MapGet("unmatched/{id:guid}", UnmatchedEndpoint.Get).RequireAuthorization(AddressesPolicies.Manage).WithName("getUnmatchedAddress");
        api.MapPost("unmatched/{id:guid}/settle", UnmatchedEndpoint.Settle).RequireAuthorization(AddressesPolicies.Manage).WithName("settleUnmatchedAddress");
    }
}
