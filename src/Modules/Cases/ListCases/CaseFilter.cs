using System.Globalization;
using Linli.Platform.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Linli.Cases.ListCases;

/// <summary>The conditions of a list of cases, as they stand in its address.</summary>
internal sealed record CaseFilter
{
    public const string Open = "open", All = "all", Overdue = "overdue", Soon = "soon";

    /// <summary>States; <c>open</c> (also when nothing is said) or <c>all</c> for many at once.</summary>
    [FromQuery(Name = "status")] public string[]? Status { get; init; }

    /// <summary>Prefix of a division code.</summary>
    [FromQuery(Name = "division")] public string? Division { get; init; }

    /// <summary>A node of the taxonomy, with all below it.</summary>
    [FromQuery(Name = "category")] public string? Category { get; init; }

    /// <summary>Codes out of use whose cases count below <see cref="Category"/> today, and those below it whose cases count elsewhere.</summary>
    internal IReadOnlyList<string> Formers { get; init; } = [];
    internal IReadOnlyList<string> Gone { get; init; } = [];

    /// <summary>The unit that has it or is suggested.</summary>
    [FromQuery(Name = "unit")] public Guid? Unit { get; init; }

    /// <summary>Where it came from.</summary>
    [FromQuery(Name = "channel")] public string? Channel { get; init; }

    /// <summary>1 (gravest) to 5.</summary>
    [FromQuery(Name = "level")] public int? Level { get; init; }

    /// <summary><c>overdue</c>, or <c>soon</c>: due within 24 hours.</summary>
    [FromQuery(Name = "due")] public string? Due { get; init; }

    /// <summary>What else is true of it: <c>onTime</c>, <c>late</c>, <c>withinDay</c>, <c>withinThreeDays</c>, <c>local</c>, <c>promptlyAccepted</c>, <c>returned</c>, <c>reopened</c>, <c>satisfied</c>, <c>dissatisfied</c>, <c>ruled</c>, <c>supervised</c> or <c>excused</c>.</summary>
    [FromQuery(Name = "mark")] public string? Mark { get; init; }

    /// <summary><c>true</c> leaves out cases that an appeal took out of the score of their unit, as the scorecard does.</summary>
    [FromQuery(Name = "scored")] public bool? Scored { get; init; }

    /// <summary>Received on this day of the site or later.</summary>
    [FromQuery(Name = "from")] public DateOnly? From { get; init; }

    /// <summary>Received on this day of the site or earlier.</summary>
    [FromQuery(Name = "to")] public DateOnly? To { get; init; }

    /// <summary>Words that the case must hold.</summary>
    [FromQuery(Name = "q")] public string? Text { get; init; }

    /// <summary>Whether many cases are known to hold them; makes finding them quicker, not different.</summary>
    internal bool CommonWords { get; init; }

    /// <summary><c>due</c>, <c>received</c> or <c>level</c>; <c>-</c> before it turns the order round. Lists with ended cases go by <c>received</c>.</summary>
    [FromQuery(Name = "sort")] public string? Sort { get; init; }

    /// <summary>The states asked for.</summary>
    public IReadOnlyList<CaseStatus> Statuses()
    {
        if (Status is null or []) return CaseStatuses.Open;
        if (Status.Contains(All)) return Enum.GetValues<CaseStatus>();
        return [.. Status.SelectMany(StatusesOf).Distinct()];
    }

    /// <summary>Whether only cases are asked for that somebody still has to do something about.</summary>
    public bool OnlyOpen() => Statuses().All(s => s.IsOpen());

    /// <summary>The order that is kept.</summary>
    public string Order() => Sort switch
    {
        "received" or "-received" => Sort,
        "due" or "-due" or "level" or "-level" when OnlyOpen() => Sort,
        _ => OnlyOpen() ? "due" : "-received",
    };

    /// <summary>The mark asked for; null where none is, or none that is known.</summary>
    public CaseMark? Marked() => Enum.TryParse<CaseMark>(Mark, ignoreCase: true, out var mark) && Enum.IsDefined(mark) ? mark : null;

    /// <summary>Reads the category as the taxonomy stands: what it took the place of counts with it.</summary>
    public CaseFilter AsOf(Taxonomy.TaxonomySnapshot tree) => Category is { } code ? this with { Formers = tree.FormersBelow(code), Gone = tree.GoneFrom(code) } : this;

    /// <summary>Reads what a page's address says; what makes no sense is left out.</summary>
    public static CaseFilter Read(IQueryCollection query)
    {
        return new()
        {
            Status = [.. query["status"].OfType<string>().Where(s => s.Length > 0)],
            Division = Word("division"),
            Category = Word("category"),
            Unit = Guid.TryParse(Word("unit"), out var unit) ? unit : null,
            Channel = Word("channel"),
            Level = int.TryParse(Word("level"), CultureInfo.InvariantCulture, out var level) ? level : null,
            Due = Word("due"),
            Mark = Word("mark"),
            Scored = Word("scored") is "true" ? true : null,
            From = Day("from"),
            To = Day("to"),
            Text = Word("q"),
            Sort = Word("sort"),
        };

        string? Word(string name) => string.Concat(query[name].ToString().Where(c => !char.IsControl(c))) is { Length: > 0 } word ? word : null;
        DateOnly? Day(string name) => DateOnly.TryParse(Word(name), CultureInfo.InvariantCulture, out var day) ? day : null;
    }

    /// <summary>An address with these conditions.</summary>
    public string At(string path)
    {
        var words = (Status ?? []).Select(s => KeyValuePair.Create("status", (string?)s)).Concat(
        [
            new("division", Division), new("category", Category), new("unit", Unit?.ToString()), new("channel", Channel),
            new("level", Level?.ToString(CultureInfo.InvariantCulture)), new("due", Due), new("mark", Mark), new("scored", Scored is true ? "true" : null),
            new("from", From?.ToString("O", CultureInfo.InvariantCulture)), new("to", To?.ToString("O", CultureInfo.InvariantCulture)), new("q", Text), new("sort", Sort),
        ]);
        return QueryHelpers.AddQueryString(path, words.Where(w => w.Value is not null));
    }

    private static IEnumerable<CaseStatus> StatusesOf(string word) =>
        word == Open ? CaseStatuses.Open : Enum.TryParse<CaseStatus>(word, ignoreCase: true, out var status) && Enum.IsDefined(status) ? [status] : [];
}
