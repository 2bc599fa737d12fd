using System.Globalization;
using Linli.Platform.Access;
using Linli.Platform.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Linli.Cases.Figures;

/// <summary>Which cases are counted; also the conditions of the list behind a figure, under the same names.</summary>
internal sealed record FigureFilter
{
    /// <summary>Received on this day of the site or later.</summary>
    [FromQuery(Name = "from")] public DateOnly? From { get; init; }

    /// <summary>Received on this day of the site or earlier.</summary>
    [FromQuery(Name = "to")] public DateOnly? To { get; init; }

    /// <summary>Prefix of a division code.</summary>
    [FromQuery(Name = "division")] public string? Division { get; init; }

    /// <summary>A node of the taxonomy, with all below it.</summary>
    [FromQuery(Name = "category")] public string? Category { get; init; }

    /// <summary>The unit that has it or is suggested.</summary>
    [FromQuery(Name = "unit")] public Guid? Unit { get; init; }

    /// <summary>Where it came from.</summary>
    [FromQuery(Name = "channel")] public string? Channel { get; init; }

    public IQueryable<Case> Of(IQueryable<Case> cases, SiteTime site)
    {
        if (Division is { Length: > 0 } division) cases = cases.InDivision(division);
        if (Unit is { } unit) cases = cases.Where(c => c.UnitId == unit);
        if (Channel is { Length: > 0 } channel) cases = cases.Where(c => c.Channel == channel);
        if (Category is { Length: > 0 } category) cases = cases.Where(c => c.CategoryCode!.StartsWith(category));
        if (From is { } from)
        {
            var start = site.StartOf(from);
            cases = cases.Where(c => c.ReceivedAt >= start);
        }
        if (To is { } to)
        {
            var end = site.StartOf(to.AddDays(1));
            cases = cases.Where(c => c.ReceivedAt < end);
        }
        return cases;
    }

    /// <summary>An address with these conditions and more.</summary>
    public string At(string path, params (string Name, string? Value)[] more) => QueryHelpers.AddQueryString(path,
        new (string Name, string? Value)[]
        {
            ("division", Division), ("category", Category), ("unit", Unit?.ToString()), ("channel", Channel),
            ("from", From?.ToString("O", CultureInfo.InvariantCulture)), ("to", To?.ToString("O", CultureInfo.InvariantCulture)),
        }.Concat(more).Where(word => word.Value is not null).Select(word => KeyValuePair.Create(word.Name, word.Value)));
}
