using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Problems;
using Linli.Platform.Time;

namespace Linli.Registry;

/// <summary>Checks what somebody says of a record, and puts it together with what is known.</summary>
internal sealed class RecordContents(IAccess access, IDivisions divisions, RecordVault vault, SiteTime site, TimeProvider clock)
{
    /// <summary>Before the key of a field in the names of errors.</summary>
    public const string Field = "facts.";
    private static readonly DateOnly Earliest = new(1900, 1, 1);

    /// <summary>The site's day.</summary>
    public DateOnly Today => site.Date(clock.GetUtcNow());

    /// <summary>What is true when this is added to what was true before.</summary>
    public Result<RecordContent> Merge(RecordType type, RecordContent? before, RecordFacts said)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var values = Values(type, before, said, faults);
        var place = Place(type, before?.Place, said, faults);
        if (said.ValidFrom is { } day && (day > Today || day < Earliest)) faults["validFrom"] = ["registry.day-wrong"];
        return faults.Count > 0 ? Problem.Invalid(faults) : new RecordContent(values, place!);
    }

    /// <summary>What is true of a record from a day on when this is added to what was true then.</summary>
    public Result<RecordContent> Change(RecordType type, RecordHistory history, RecordFacts said, DateTimeOffset now)
    {
        if (history.AsOf(said.ValidFrom ?? Today, now) is not { } before) return Problem.Invalid("validFrom", "registry.before-the-beginning");
        var known = vault.Open(before);
        if (!Merge(type, known, said).Succeeded(out var content, out var wrong)) return wrong;
        return !before.Gone && content.Place == known.Place && content.Values.SameAs(known.Values) ? RegistryErrors.NothingChanges : content;
    }

    private Dictionary<string, string> Values(RecordType type, RecordContent? before, RecordFacts said, Dictionary<string, string[]> faults)
    {
        var values = new Dictionary<string, string>(before?.Values ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        foreach (var (key, typed) in said.Facts ?? [])
        {
            if (type.Find(key) is not { } field) faults[Field + key] = ["registry.no-such-field"];
            else if (access.Of(field) is FieldSight.Nothing) faults[Field + key] = ["registry.field-not-yours"];
            else if (string.IsNullOrWhiteSpace(typed)) values.Remove(key);
            else if (FieldReading.Read(field, typed, out var fault) is { } read) values[key] = read;
            else faults[Field + key] = [fault!];
        }
        foreach (var field in type.Known.Where(f => f.Required && !values.ContainsKey(f.Key))) faults.TryAdd(Field + field.Key, ["registry.field-missing"]);
        return values;
    }

    private RecordPlace? Place(RecordType type, RecordPlace? before, RecordFacts said, Dictionary<string, string[]> faults)
    {
        var (longitude, latitude) = said.Longitude is null && said.Latitude is null ? (before?.Longitude, before?.Latitude) : (said.Longitude, said.Latitude);
        if (longitude is null != latitude is null) faults["longitude"] = ["registry.position-half"];
        var code = string.IsNullOrWhiteSpace(said.DivisionCode) ? null : said.DivisionCode.Trim();
        code ??= said is { Longitude: { } x, Latitude: { } y } ? divisions.Locate(x, y)?.Code : null;
        code ??= before?.DivisionCode;
        if (code is null) faults["divisionCode"] = ["registry.division-missing"];
        else if (code != before?.DivisionCode && (divisions.Find(code) is not { EndedAt: null } || !access.Sees(code))) faults["divisionCode"] = ["registry.division-unknown"];
        if (code is null) return null;
        var address = said.Address is null ? before?.Address : string.IsNullOrWhiteSpace(said.Address) ? null : said.Address.Trim();
        return type.OfPerson ? new(code, address) : new(code, address, longitude, latitude);
    }
}
