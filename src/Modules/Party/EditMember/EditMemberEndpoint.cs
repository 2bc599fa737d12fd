using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Party;

internal static class EditMemberEndpoint
{
    /// <summary>Enters a member, or changes the one whose key is given; gives the key.</summary>
    public static async Task<Results<Ok<Guid>, ProblemResult>> Post(EditMember command, EditMemberHandler handler, CancellationToken ct) => (await handler.Handle(command, ct)).ToHttp();

    /// <summary>Ends a member, and with them what they look after.</summary>
    public static async Task<Results<NoContent, ProblemResult>> End(Guid id, EndIt command, EditMemberHandler handler, CancellationToken ct) => (await handler.End(id, command, ct)).ToHttp();
}
