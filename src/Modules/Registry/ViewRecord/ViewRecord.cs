using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>A record as its reader may see it: personal values as masks.</summary>
/// <param name="Id">Key.</param>
/// <param name="Type">Code of the type.</param>
/// <param name="Title">What it is called.</param>
/// <param name="DivisionCode">Where it lies.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Longitude">WGS-84 degrees.</param>
/// <param name="Latitude">WGS-84 degrees.</param>
/// <param name="EndedOn">Since when it is no more.</param>
/// <param name="Version">To be named by whoever changes it.</param>
/// <param name="Facts">Values by field; of personal ones the masks.</param>
/// <param name="Masked">Fields of which <paramref name="Facts"/> has the mask.</param>
/// <param name="State">The state all this stands in.</param>
/// <param name="MergedInto">The record that stays in its place, where it was found to be about the same.</param>
internal sealed record RecordDetails(
    Guid Id, string Type, string Title, string DivisionCode, string? Address, double? Longitude, double? Latitude, DateOnly? EndedOn, int Version,
    IReadOnlyDictionary<string, string> Facts, IReadOnlyList<string> Masked, StateDetails State, Guid? MergedInto);

/// <summary>A state and where it comes from.</summary>
/// <param name="Id">Key; a correction names it.</param>
/// <param name="Kind">What brought it about.</param>
/// <param name="ValidFrom">The first day it is true.</param>
/// <param name="Until">The first day another one is; null where it is true still.</param>
/// <param name="RecordedAt">When it was said.</param>
/// <param name="SupersededAt">When it was found to be wrong.</param>
/// <param name="Source">Where it is known from.</param>
/// <param name="By">Who said so.</param>
/// <param name="Remark">Why.</param>
/// <param name="Gone">Whether it is no more.</param>
internal sealed record StateDetails(Guid Id, StateKind Kind, DateOnly ValidFrom, DateOnly? Until, DateTimeOffset RecordedAt, DateTimeOffset? SupersededAt, RecordSource Source, string By, string? Remark, bool Gone)
{
    public static StateDetails Of(RecordState state, RecordHistory history) =>
        new(state.Id, state.Kind, state.ValidFrom, history.Until(state), state.RecordedAt, state.SupersededAt, state.Source, state.ActorName, state.Remark, state.Gone);
}

internal sealed class ViewRecordHandler(AppDb db, IAccess access, TypeCache types, TimeProvider clock)
{
    /// <summary>A record within the caller's divisions; null where there is none, or none yet at the time asked for.</summary>
    /// <param name="id">Its key.</param>
    /// <param name="asOf">The day; null for what is true last.</param>
    /// <param name="known">By what was known then; null for what is known now.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<RecordDetails?> FindAsync(Guid id, DateOnly? asOf, DateTimeOffset? known, CancellationToken ct) =>
        await FileAsync(id, ct) is { } file && (asOf is null && known is null ? file.History.Latest : file.History.AsOf(asOf ?? DateOnly.MaxValue, known ?? clock.GetUtcNow())) is { } state
            ? file.Show(state, access) : null;

    /// <summary>A record with all its states.</summary>
    public async Task<RecordFile?> FileAsync(Guid id, CancellationToken ct)
    {
        if (!access.May(RegistryPolicies.See) || await db.Records.AsNoTracking().Within(access).SingleOrDefaultAsync(r => r.Id == id, ct) is not { } record) return null;
        var states = await db.RecordStates.AsNoTracking().Where(s => s.RecordId == id).ToListAsync(ct);
        return new(record, (await types.GetAsync(ct)).Find(record.TypeCode)!, new(states));
    }
}
