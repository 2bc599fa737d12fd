using Linli.Platform.Access;

namespace Linli.Registry;

/// <summary>A record with all its states.</summary>
internal sealed record RecordFile(RegistryRecord Record, RecordType Type, RecordHistory History)
{
    /// <summary>What somebody sees of a state.</summary>
    public RecordDetails Show(RecordState state, IAccess access)
    {
        var facts = RecordVault.Read(state.Facts);
        var masks = RecordVault.Read(state.Masks).Where(m => Type.Find(m.Key) is { } field && access.Of(field) is not FieldSight.Nothing).ToList();
        foreach (var (key, mask) in masks) facts[key] = mask;
        return new(
            Record.Id, Type.Code, facts.GetValueOrDefault(Type.TitleField) ?? Record.Title, state.DivisionCode, state.Address, state.Longitude, state.Latitude, Record.EndedOn, Record.Version,
            facts, [.. masks.Select(m => m.Key)], StateDetails.Of(state, History), Record.MergedInto);
    }

    /// <summary>The states, the last first, each with what is another than before.</summary>
    public IReadOnlyList<StateChange> Changes(IAccess access) =>
        [.. History.States.OrderByDescending(s => s.RecordedAt).Select(state => new StateChange(StateDetails.Of(state, History), Differences(state, access)))];

    private List<Difference> Differences(RecordState state, IAccess access)
    {
        var before = state.Corrects is { } wrong ? History.States.FirstOrDefault(s => s.Id == wrong) : History.AsOf(state.ValidFrom, state.RecordedAt.AddTicks(-1));
        if (before is null) return [];
        var (old, now) = (Show(before, access), Show(state, access));
        var fields = Type.Known.Select(field => new Difference(field, old.Facts.GetValueOrDefault(field.Key), now.Facts.GetValueOrDefault(field.Key)));
        return [.. fields.Append(new(null, old.Address, now.Address)).Where(d => d.Before != d.After)];
    }
}

/// <summary>A state and what it changed.</summary>
internal sealed record StateChange(StateDetails State, IReadOnlyList<Difference> Differences);

/// <summary>A value before and after; as masks where they are personal.</summary>
/// <param name="Field">The field; null for the address.</param>
/// <param name="Before">As it was.</param>
/// <param name="After">As it is.</param>
internal sealed record Difference(FieldDefinition? Field, string? Before, string? After);
