using System.Globalization;
using System.Text.Json;
using Linli.Cases.History;
using Linli.Cases.ImportTaxonomy;
using Linli.Cases.Loading;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Import;
using Linli.Platform.Secrets;
using Linli.Platform.Texts;

namespace Linli.Cases.ImportCases;

/// <summary>Reads lines of another system as cases. What the file does not tell stays empty: no time of the case is made up.</summary>
internal sealed class CaseLine(ImportProfile profile, CasesPart part, TaxonomyPart levels, TaxonomySnapshot taxonomy, IDivisions divisions, IUnits units, IAccess access, DateTimeOffset now)
{
    private const int LongestTitle = 100;
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(part.TimeZone);

    public string Number(TableLine line) => CasesPart.Fill(part.Number, line);

    /// <summary>The case of a line, or null and what is wrong with the line.</summary>
    public CaseRecord? Read(TableLine line, out string fault)
    {
        fault = "";
        var (division, category, unit) = (profile.Places.CodeOf(line), levels.PathOf(line)?[^1].Code, units.FindByCode(line[part.Unit]));
        if (!DateTime.TryParseExact(line[part.Received], part.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) fault = $"'{line[part.Received]}' is not a time of the form {part.TimeFormat}";
        else if (zone.IsInvalidTime(local)) fault = $"'{line[part.Received]}' never was a time in {part.TimeZone}";
        else if (division is null || divisions.Find(division) is null) fault = "no division is known for its place";
        else if (taxonomy.FindLeaf(category) is null) fault = $"'{category}' is not a leaf of the taxonomy";
        else if (unit is null && line[part.Unit] != part.NoUnit) fault = $"no unit has the code '{line[part.Unit]}'";
        else if (!part.Channels.ContainsKey(line[part.Channel])) fault = $"the profile knows no channel '{line[part.Channel]}'";
        else if (part.Outcomes.FirstOrDefault(rule => rule.Fits(line)) is not { } outcome) fault = "no rule of the profile tells where it stands";
        else return Record(line, new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime(), division, category!, unit, outcome);
        return null;
    }

    private CaseRecord Record(TableLine line, DateTimeOffset at, string division, string category, Unit? unit, OutcomeRule outcome)
    {
        var title = CasesPart.Fill(part.Title, line);
        var received = new Case
        {
            Id = Guid.CreateVersion7(at),
            Number = Number(line),
            Channel = part.Channels[line[part.Channel]],
            Title = title.Length <= LongestTitle ? title : title[..LongestTitle],
            Text = CasesPart.Fill(part.Text, line),
            ReceivedAt = at,
            FollowUpHash = Tokens.Hash(Tokens.New()),   // nobody holds a link to it
            DivisionCode = division,
            CategoryCode = category,
        }.Restore(new() { Status = CaseStatus.Received, Version = 1, UnitId = unit?.Id });
        var kept = JsonSerializer.Serialize(new { profile.Source, Kept = part.Keep.ToDictionary(k => k.Key, k => line[k.Value]) }, Json.Readable);
        if (!outcome.Closed) return new(received, [Entry(received, CaseAction.Receive, at, outcome.Remark, kept)]);
        var receipt = Entry(received, CaseAction.Receive, at, null, kept);
        // When it was closed the tables do not tell; that it is closed is known since now.
        var closed = received.Restore(new() { Status = CaseStatus.Closed, Version = 2, UnitId = unit?.Id, Local = unit?.DivisionCode.Length > Case.DistrictCode, OnTime = outcome.OnTime, ClosedAt = now });
        return new(closed, [receipt, Entry(closed, CaseAction.Close, now, outcome.Remark, null)]) { Assignments = unit is null ? [] : [Settled(closed)] };
    }

    private Assignment Settled(Case closed)
    {
        var assignment = Assignment.Lead(closed, now);
        assignment.End(AssignmentOutcome.Handled, now);
        return assignment;
    }

    private HistoryEntry Entry(Case taken, CaseAction action, DateTimeOffset at, string? remark, string? facts) => new()
    {
        Id = Guid.CreateVersion7(at),
        CaseId = taken.Id,
        At = at,
        Action = action,
        ActorKind = access.Actor.Kind,
        ActorId = access.Actor.Id,
        ActorName = access.Actor.Name,
        Status = taken.Status,
        Version = taken.Version,
        UnitId = taken.UnitId,
        Remark = remark,
        Facts = facts,
    };
}
