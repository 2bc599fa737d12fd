using System.Globalization;
using Linli.Contracts.Grids;
using Linli.Platform.Formats;

namespace Linli.Registry;

/// <summary>What is wrong with a record, and where: a key of a field, or one of <see cref="QualityRules"/>.</summary>
internal readonly record struct RecordFault(FindingKind Kind, string Field);

/// <summary>Looks at what a record says. Four kinds of fault, as GB/T 36344-2018 measures data: completeness, consistency, timeliness, and values within bounds.</summary>
/// <param name="divisions">The ground.</param>
/// <param name="today">The site's day.</param>
internal sealed class RecordChecks(IDivisions divisions, DateOnly today)
{
    private const double MostMetres = 1_000;   // a thing may be listed in the grid beside the one its position lies in
    private const int SexDigit = 16;
    private const string Female = "f", Male = "m";

    /// <summary>All that is wrong; each fault once.</summary>
    /// <param name="type">The type.</param>
    /// <param name="content">What the record says today.</param>
    /// <param name="said">When somebody last said that this is so.</param>
    public IReadOnlySet<RecordFault> Find(RecordType type, RecordContent content, DateOnly said)
    {
        var rules = QualityRules.Of(type);
        return
            Missing(type, rules, content).Select(field => new RecordFault(FindingKind.Missing, field))
            .Concat(Contradictory(rules, content.Values).Select(field => new RecordFault(FindingKind.Contradictory, field)))
            .Concat(Stale(rules, content.Values, said).Select(field => new RecordFault(FindingKind.Stale, field)))
            .Concat(OutOfBounds(type, rules, content).Select(field => new RecordFault(FindingKind.OutOfBounds, field)))
            .ToHashSet();
    }

    private IEnumerable<string> Missing(RecordType type, QualityRules rules, RecordContent content)
    {
        var expected = type.Known.Where(f => f.Required).Select(f => f.Key).Concat(rules.Expected ?? []);
        foreach (var any in expected.Select(keys => keys.Split('|')))
            if (!any.Any(key => Says(content, key))) yield return any[0];
        if (divisions.Below(content.Place.DivisionCode).Count > 0) yield return QualityRules.GridKey;
    }

    private static bool Says(RecordContent content, string key) => key switch
    {
        RecordVault.AddressKey => content.Place.Address is not null,
        QualityRules.PositionKey => content.Place.Longitude is not null,
        _ => content.Values.ContainsKey(key),
    };

    private static IEnumerable<string> Contradictory(QualityRules rules, IReadOnlyDictionary<string, string> values)
    {
        foreach (var order in rules.Order ?? [])
            if (Day(values, order.First) > Day(values, order.Then)) yield return order.Then;
        if (rules.Identity is not { } identity || ResidentId.Read(values.GetValueOrDefault(identity.Number)) is not { } number) yield break;
        if (Day(values, identity.Born) is { } born && born != ResidentId.BirthDate(number)) yield return identity.Born;
        if (values.TryGetValue(identity.Sex, out var sex) && sex != (number[SexDigit] % 2 == 1 ? Male : Female)) yield return identity.Sex;
    }

    private IEnumerable<string> Stale(QualityRules rules, IReadOnlyDictionary<string, string> values, DateOnly said)
    {
        if (rules.ConfirmDays is { } days && said.AddDays(days) < today) yield return QualityRules.RecordKey;
        if (rules.Expires is { } until && Day(values, until) < today) yield return until;
    }

    /// <summary>Types change and the ground is redrawn: what was taken once may be refused today.</summary>
    private IEnumerable<string> OutOfBounds(RecordType type, QualityRules rules, RecordContent content)
    {
        foreach (var field in type.Known)
            if (content.Values.TryGetValue(field.Key, out var value) && FieldReading.Read(field, value, out _) is null) yield return field.Key;
        foreach (var field in rules.Past ?? [])
            if (Day(content.Values, field) > today) yield return field;
        var place = content.Place;
        if (divisions.Find(place.DivisionCode) is not { EndedAt: null }) yield return QualityRules.DivisionKey;
        else if (place is { Longitude: { } x, Latitude: { } y } && divisions.MetresTo(place.DivisionCode, x, y) > MostMetres) yield return QualityRules.PositionKey;
    }

    private static DateOnly? Day(IReadOnlyDictionary<string, string> values, string key) =>
        values.TryGetValue(key, out var value) && DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
