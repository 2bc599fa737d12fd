using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Workforce;

internal static class EditRosterEndpoint
{
    /// <summary>The roster of a division in the week that a day is in, with the rules it breaks; version 0 where none is written.</summary>
    public static async Task<Results<Ok<RosterWeek>, ProblemResult>> Get(string division, DateOnly day, EditRosterHandler handler, CancellationToken ct) =>
        await handler.Find(division, day, ct) is { } week ? TypedResults.Ok(week) : new ProblemResult(Problem.NotFound);

    /// <summary>Writes the shifts of a week, and with <c>publish</c> publishes them; gives the new version. A published roster that would break a rule is refused, 409, with each person, day and rule.</summary>
    public static async Task<Results<Ok<int>, ProblemResult>> Put(string division, DateOnly day, SaveRoster command, EditRosterHandler handler, CancellationToken ct) =>
        (await handler.Save(division, day, command, ct)).ToHttp();
}
