using Linli.Platform.Idempotency;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Linli.Registry;

/// <summary>The API of the registry, in one place so that it reads like its table of contents.</summary>
internal static class RegistryApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapApi("/api/v1/registry").WithTags("Registry");

        api.MapGet("types", TypesEndpoint.Get).RequireAuthorization(RegistryPolicies.See).WithName("listRecordTypes");
        api.MapPut("types/{code}", TypesEndpoint.Put).RequireAuthorization(RegistryPolicies.ManageTypes).WithName("saveRecordType");
        api.MapPut("types/{code}/fields/{key}", TypesEndpoint.PutField).RequireAuthorization(RegistryPolicies.ManageTypes).WithName("saveRecordField");

        ImportsApi.Map(api.MapGroup("imports"));

        api.MapGet("records/export.csv", ExportRecordsEndpoint.Get).RequireAuthorization(RegistryPolicies.Export).WithName("exportRecords");
        api.MapGet("records/export.xlsx", ExportRecordsEndpoint.GetExcel).RequireAuthorization(RegistryPolicies.Export).WithName("exportRecordsAsWorkbook");
        api.MapGet("records", RecordsEndpoint.List).RequireAuthorization(RegistryPolicies.See).WithName("listRecords");
        api.MapPost("records", RecordsEndpoint.Post).RequireAuthorization(RegistryPolicies.Write).Idempotent().WithName("addRecord");
        api.MapGet("records/{id:guid}", RecordsEndpoint.Get).RequireAuthorization(RegistryPolicies.See).WithName("getRecord");
        api.MapGet("records/{id:guid}/history", RecordsEndpoint.History).RequireAuthorization(RegistryPolicies.See).WithName("getRecordHistory");
        api.MapPost("records/{id:guid}/change", RecordsEndpoint.Change).RequireAuthorization(RegistryPolicies.Write).Idempotent().WithName("changeRecord");
        api.MapPost("records/{id:guid}/correct", RecordsEndpoint.Correct).RequireAuthorization(RegistryPolicies.Write).Idempotent().WithName("correctRecord");
        api.MapPost("records/{id:guid}/end", RecordsEndpoint.End).RequireAuthorization(RegistryPolicies.Write).Idempotent().WithName("endRecord");
        api.MapPost("records/{id:guid}/confirm", RecordsEndpoint.Confirm).RequireAuthorization(RegistryPolicies.Write).Idempotent().WithName("confirmRecord");
        api.MapPost("records/{id:guid}/reveal", RecordsEndpoint.Reveal).RequireAuthorization(RegistryPolicies.Reveal).WithName("revealRecord");

        api.MapGet("records/{id:guid}/evidence", EvidenceEndpoint.List).RequireAuthorization(RegistryPolicies.See).WithName("listEvidence");
        api.MapPost("records/{id:guid}/evidence", EvidenceEndpoint.Post).RequireAuthorization(RegistryPolicies.Write).Idempotent().WithName("addEvidence");
        api.MapGet("records/{id:guid}/evidence/{evidenceId:guid}", EvidenceEndpoint.Get).RequireAuthorization(RegistryPolicies.See).WithName("getEvidence");

        api.MapGet("records/{id:guid}/links", LinksEndpoint.Get).RequireAuthorization(RegistryPolicies.See).WithName("listLinks");
        api.MapPost("records/{id:guid}/links", LinksEndpoint.Post).RequireAuthorization(RegistryPolicies.Write).Idempotent().WithName("linkRecords");
        api.MapPost("records/{id:guid}/links/{link:guid}/end", LinksEndpoint.End).RequireAuthorization(RegistryPolicies.Write).WithName("endLink");

        api.MapGet("records/{id:guid}/needs", NeedsEndpoint.Of).RequireAuthorization(RegistryPolicies.SeeNeeds).WithName("listNeeds");
        api.MapPost("records/{id:guid}/needs", NeedsEndpoint.Tag).RequireAuthorization(RegistryPolicies.Tag).Idempotent().WithName("tagPerson");
        api.MapPost("needs/{id:guid}/end", NeedsEndpoint.End).RequireAuthorization(RegistryPolicies.Tag).WithName("endNeed");
        api.MapPost("needs/{id:guid}/visits", NeedsEndpoint.Visit).RequireAuthorization(RegistryPolicies.Visit).Idempotent().WithName("recordVisit");
        api.MapPost("signals", SignalsEndpoint.Post).RequireAuthorization(RegistryPolicies.Signal).Idempotent().WithName("takeSignal");
        api.MapGet("visits", NeedsEndpoint.Due).RequireAuthorization(RegistryPolicies.SeeNeeds).WithName("listDueVisits");

        api.MapGet("twins", TwinsEndpoint.List).RequireAuthorization(RegistryPolicies.Merge).WithName("listTwins");
        api.MapGet("twins/{first:guid}/{second:guid}", TwinsEndpoint.Get).RequireAuthorization(RegistryPolicies.Merge).WithName("compareTwins");
        api.MapPost("twins/{first:guid}/{second:guid}/merge", TwinsEndpoint.Merge).RequireAuthorization(RegistryPolicies.Merge).Idempotent().WithName("mergeRecords");
        api.MapPost("twins/{first:guid}/{second:guid}/not-the-same", TwinsEndpoint.Part).RequireAuthorization(RegistryPolicies.Merge).WithName("partTwins");
        api.MapPost("merges/{id:guid}/undo", TwinsEndpoint.Undo).RequireAuthorization(RegistryPolicies.Merge).WithName("undoMerge");

        api.MapGet("quality", QualityEndpoint.Get).RequireAuthorization(RegistryPolicies.See).WithName("readQuality");
        api.MapGet("findings", QualityEndpoint.List).RequireAuthorization(RegistryPolicies.See).WithName("listFindings");

        api.MapGet("population", PopulationEndpoint.Get).RequireAuthorization(RegistryPolicies.See).WithName("readPopulation");

        api.MapGet("records/{id:guid}/looks", LooksEndpoint.Of).RequireAuthorization(RegistryPolicies.SeeLooks).WithName("listLooksOfRecord");
        api.MapGet("looks", LooksEndpoint.Tally).RequireAuthorization(RegistryPolicies.SeeLooks).WithName("tallyLooks");
    }
}
