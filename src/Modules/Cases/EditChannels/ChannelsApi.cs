using Linli.Cases.Channels;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Linli.Cases.EditChannels;

/// <summary>The register of channels over HTTP.</summary>
internal static class ChannelsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.RequireAuthorization(CasesPolicies.ManageChannels);
        api.MapGet("", List).WithName("listChannels");
        api.MapGet("{code}", Get).WithName("viewChannel");
        api.MapPut("{code}", Save).WithName("saveChannel");
        api.MapPost("{code}/key", Renew).WithName("renewChannelKey");
    }

    /// <summary>All channels, in order of kind and code.</summary>
    private static async Task<Ok<IReadOnlyList<ChannelDetails>>> List(ChannelCache cache, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<ChannelDetails>>([.. (await cache.GetAsync(ct)).All.Select(ChannelDetails.Of)]);

    private static async Task<Results<Ok<ChannelDetails>, ProblemResult>> Get(string code, ChannelCache cache, CancellationToken ct) =>
        (await cache.GetAsync(ct)).Find(code) is { } channel ? TypedResults.Ok(ChannelDetails.Of(channel)) : new ProblemResult(Problem.NotFound);

    /// <summary>Changes a channel; with version 0 makes it.</summary>
    private static async Task<Results<Ok<ChannelDetails>, ProblemResult>> Save(string code, SaveChannel command, SaveChannelHandler handler, CancellationToken ct) =>
        (await handler.HandleAsync(code, command, ct)).Succeeded(out var saved, out var problem) ? TypedResults.Ok(ChannelDetails.Of(saved)) : new ProblemResult(problem);

    /// <summary>A new key, shown this once; the former one works no more.</summary>
    private static async Task<Results<Ok<NewChannelKey>, ProblemResult>> Renew(string code, RenewChannelKey command, RenewChannelKeyHandler handler, CancellationToken ct) =>
        (await handler.HandleAsync(code, command, ct)).ToHttp();
}

/// <summary>A channel.</summary>
/// <param name="Code">Key; stands in every case.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="NameEn">English name; may be empty.</param>
/// <param name="Kind">Who brings reports, and how.</param>
/// <param name="UnitId">The unit that answers for it.</param>
/// <param name="Trusted">Whether a case from here may go out without a clerk.</param>
/// <param name="Level">Level of its cases, 1 (gravest) to 5; absent says nothing.</param>
/// <param name="RetentionDays">Days after the end of a case until its reporter is made anonymous; absent keeps them.</param>
/// <param name="Profile">Mapping profile as JSON.</param>
/// <param name="KeyShown">The first characters of its key; absent where it has none.</param>
/// <param name="Active">Whether it takes new cases.</param>
/// <param name="Version">Version to send with the next change.</param>
internal sealed record ChannelDetails(
    string Code, string Name, string NameEn, ChannelKind Kind, Guid? UnitId, bool Trusted, int? Level, int? RetentionDays, string? Profile, string? KeyShown, bool Active, int Version)
{
    public static ChannelDetails Of(Channel c) => new(c.Code, c.Name, c.NameEn, c.Kind, c.UnitId, c.Trusted, c.Level, c.RetentionDays, c.Profile, c.KeyShown, c.Active, c.Version);
}
