using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Cases.ReceiveCase;

internal static class ReceiveCaseEndpoint
{
    /// <summary>Files a report. With an externalId that is there already it answers 200 with that case.</summary>
    public static async Task<Results<CreatedResult<ReceivedCase>, Ok<ReceivedCase>, ProblemResult>> Post(ReceiveCase command, ReceiveCaseHandler handler, CancellationToken ct)
    {
        if (!(await handler.HandleAsync(command with { Channel = command.Channel ?? Channels.Channel.Api }, ct)).Succeeded(out var received, out var problem)) return new ProblemResult(problem);
        return received.FollowUp is null ? TypedResults.Ok(received) : new CreatedResult<ReceivedCase>(received, $"/api/v1/cases/{received.Id}");
    }
}
