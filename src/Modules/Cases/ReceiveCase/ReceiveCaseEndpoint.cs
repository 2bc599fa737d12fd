using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Cases.ReceiveCase;

internal static class ReceiveCaseEndpoint
{
    public static async Task<Results<CreatedResult<ReceivedCase>, ProblemResult>> Post(ReceiveCase command, ReceiveCaseHandler handler, CancellationToken ct) =>
        (await handler.HandleAsync(command with { Channel = command.Channel ?? "api" }, ct)).ToCreated(received => $"/api/v1/cases/{received.Id}");
}
