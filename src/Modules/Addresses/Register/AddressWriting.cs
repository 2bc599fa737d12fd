using Linli.Addresses;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.StandardAddresses;

/// <summary>Changes addresses so that nothing is overwritten without a trace: history, audit line and the new stamp are saved with the change.</summary>
internal sealed class AddressWriting(AppDb db, IAccess access, AddressMemory memory, TimeProvider clock)
{
    /// <summary>Writes a new state into a row. A name that is replaced stays as an old one where it is a name.</summary>
    /// <param name="row">The row, tracked.</param>
    /// <param name="names">Its other names, tracked.</param>
    /// <param name="state">What it shall become.</param>
    /// <returns>Names of the facts that differ from before.</returns>
    public IReadOnlyList<string> Write(AddressRow row, IReadOnlyCollection<AddressName> names, AddressState state)
    {
        if (row.Name != state.Name && row.Level.IsCalled()) state = state with { OldNames = [.. state.OldNames.Append(row.Name).Distinct(StringComparer.Ordinal)] };
        var before = AddressState.Of(row, names);
        (row.Name, row.DivisionCode, row.Longitude, row.Latitude) = (state.Name, state.DivisionCode, state.Longitude, state.Latitude);
        (row.ValidFrom, row.ValidUntil) = (state.ValidFrom, state.ValidUntil);
        var now = clock.GetUtcNow();
        var changed = before.InWords().Zip(AddressState.Of(row, WriteNames(row, names, state)).InWords()).Where(pair => pair.First.Words != pair.Second.Words).ToList();
        foreach (var ((fact, was), (_, becomes)) in changed) Remember(row.Id, fact, was, becomes, now);
        if (changed.Count > 0) row.Version++;
        return [.. changed.Select(pair => pair.First.Fact)];
    }

    /// <summary>Adds an address; the row of a new one says all there is to say.</summary>
    public void Add(AddressRow row, AddressState state)
    {
        db.Add(row);
        WriteNames(row, [], state);
        Remember(row.Id, "made", null, row.Name, clock.GetUtcNow());
    }

    /// <summary>Saves what is pending; then this node and the others read the addresses anew.</summary>
    /// <param name="act">For the audit log, e.g. <c>addresses.edit</c>.</param>
    /// <param name="subject">For the audit log, e.g. <c>address/…</c>.</param>
    /// <param name="divisionCode">Where; empty when it is everywhere.</param>
    /// <param name="details">Facts worth keeping.</param>
    /// <param name="ct">Cancels.</param>
    public async Task SaveAsync(string act, string subject, string divisionCode, object details, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        db.NoteNewState(now);
        db.Audit(access, act, subject, now, divisionCode, details);
        db.AfterCommit(memory.LookNow);
        await db.SaveChangesAsync(ct);
    }

    private List<AddressName> WriteNames(AddressRow row, IReadOnlyCollection<AddressName> names, AddressState state)
    {
        var wanted = state.NamesOf(row).ToDictionary(name => name.Name, StringComparer.Ordinal);
        var kept = names.Where(name => wanted.ContainsKey(name.Name)).ToList();
        foreach (var name in kept) name.Kind = wanted[name.Name].Kind;
        var added = wanted.Values.Where(name => !kept.Exists(each => each.Name == name.Name)).ToList();
        db.RemoveRange(names.Except(kept));
        db.AddRange(added);
        return [.. kept, .. added];
    }

    private void Remember(Guid address, string fact, string? before, string? after, DateTimeOffset now) => db.Append(new AddressChange
    {
        Id = Guid.CreateVersion7(now), AddressId = address, At = now, ChangedBy = access.Actor.Name, Fact = fact, Before = before, After = after,
    });
}
