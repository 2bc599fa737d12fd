using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Party;

internal static class EditOrganisationEndpoint
{
    /// <summary>Enters an organisation, or changes the one whose key is given; gives the key.</summary>
    public static async Task<Results<Ok<Guid>, ProblemResult>> Post(EditOrganisation command, EditOrganisationHandler handler, CancellationToken ct) => (await handler.Handle(command, ct)).ToHttp();

    /// <summary>Ends an organisation under which there is none and to which no member belongs.</summary>
    public static async Task<Results<NoContent, ProblemResult>> End(Guid id, EndIt command, EndOrganisationHandler handler, CancellationToken ct) => (await handler.Handle(id, command, ct)).ToHttp();
}
