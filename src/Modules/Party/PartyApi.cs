using Linli.Platform.Idempotency;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Linli.Party;

/// <summary>The API of party organisations and what they do, in one place so that it reads like its table of contents.</summary>
internal static class PartyApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapApi("/api/v1/party").WithTags("Party");

        api.MapGet("organisations", ListOrganisationsEndpoint.List).RequireAuthorization(PartyPolicies.See).WithName("listPartyOrganisations");
        api.MapGet("organisations/{id:guid}", ListOrganisationsEndpoint.Get).RequireAuthorization(PartyPolicies.See).WithName("getPartyOrganisation");
        api.MapPost("organisations", EditOrganisationEndpoint.Post).RequireAuthorization(PartyPolicies.Manage).Idempotent().WithName("savePartyOrganisation");
        api.MapPost("organisations/{id:guid}/end", EditOrganisationEndpoint.End).RequireAuthorization(PartyPolicies.Manage).WithName("endPartyOrganisation");
        api.MapPost("organisations/{id:guid}/reveal", RevealPhoneEndpoint.OfSecretary).RequireAuthorization(PartyPolicies.Manage).WithName("revealPartySecretary");

        api.MapGet("members", ListMembersEndpoint.List).RequireAuthorization(PartyPolicies.See).WithName("listPartyMembers");
        api.MapGet("members/{id:guid}", ListMembersEndpoint.Get).RequireAuthorization(PartyPolicies.See).WithName("getPartyMember");
        api.MapPost("members", EditMemberEndpoint.Post).RequireAuthorization(PartyPolicies.Manage).Idempotent().WithName("savePartyMember");
        api.MapPost("members/{id:guid}/end", EditMemberEndpoint.End).RequireAuthorization(PartyPolicies.Manage).WithName("endPartyMember");
        api.MapPost("members/{id:guid}/reveal", RevealPhoneEndpoint.OfMember).RequireAuthorization(PartyPolicies.Manage).WithName("revealPartyMember");

        api.MapGet("buildings", CoverageEndpoint.List).RequireAuthorization(PartyPolicies.See).WithName("listAdoptedBuildings");
        api.MapGet("buildings.csv", CoverageEndpoint.GetCsv).RequireAuthorization(PartyPolicies.Manage).WithName("exportAdoptedBuildings");
        api.MapGet("buildings/{id:guid}", CoverageEndpoint.Get).RequireAuthorization(PartyPolicies.See).WithName("getAdoptedBuilding");
        api.MapGet("adoptions", AdoptBuildingEndpoint.List).RequireAuthorization(PartyPolicies.See).WithName("listAdoptions");
        api.MapPost("adoptions", AdoptBuildingEndpoint.Post).RequireAuthorization(PartyPolicies.Manage).Idempotent().WithName("adoptBuilding");
        api.MapPost("adoptions/{id:guid}/end", AdoptBuildingEndpoint.End).RequireAuthorization(PartyPolicies.Manage).WithName("endAdoption");

        api.MapGet("entries", EditEntryEndpoint.List).RequireAuthorization(PartyPolicies.See).WithName("listPartyEntries");
        api.MapPost("entries", EditEntryEndpoint.Post).RequireAuthorization(PartyPolicies.Manage).Idempotent().WithName("savePartyEntry");

        api.MapGet("projects", ListProjectsEndpoint.List).RequireAuthorization(PartyPolicies.See).WithName("listJointProjects");
        api.MapGet("projects/{id:guid}", ListProjectsEndpoint.Get).RequireAuthorization(PartyPolicies.See).WithName("getJointProject");
        api.MapPost("projects", EditProjectEndpoint.Post).RequireAuthorization(PartyPolicies.Manage).Idempotent().WithName("saveJointProject");
        api.MapPost("projects/{id:guid}/move", MoveProjectEndpoint.Post).RequireAuthorization(PartyPolicies.Manage).WithName("moveJointProject");
    }
}
