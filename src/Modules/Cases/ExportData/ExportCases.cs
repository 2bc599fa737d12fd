using System.Text.Json;
using Linli.Cases.Questions;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Platform.Data;
using Linli.Platform.Export;
using Linli.Platform.Texts;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ExportData;

/// <summary><c>export cases</c>: all cases without their reporters. GeoJSON (RFC 7946) holds those whose position is known.</summary>
internal sealed class ExportCases(AppDb db, IUnits units, TaxonomyCache taxonomy) : IExport
{
    public string What => "cases";

    public IReadOnlyList<string> Formats => ["csv", "geojson"];

    public async Task<int> WriteAsync(Stream output, string format, CancellationToken ct)
    {
        var (cases, tree) = (db.Cases.AsNoTracking().OrderBy(c => c.ReceivedAt).ThenBy(c => c.Id), await taxonomy.GetAsync(ct));
        return format == "csv"
            ? await WriteCsvAsync(output, cases, tree, ct)
            : await WriteGeoJsonAsync(output, cases.Where(c => c.Longitude != null && c.Latitude != null), ct);
    }

    private async Task<int> WriteCsvAsync(Stream output, IQueryable<Case> cases, TaxonomySnapshot tree, CancellationToken ct)
    {
        await using var csv = new CsvFile(output);
        await csv.WriteAsync(
            "number", "channel", "status", "level", "received_at", "accepted_at", "dispatched_at", "handled_at", "verified_at", "closed_at", "handle_due_at", "on_time", "satisfied",
            "reopened", "division", "longitude", "latitude", "place", "category", "category_name", "unit", "unit_name", "title", "text", "answers");
        var (rows, answers, questions) = (0, db.Answers, await db.Questions.AsNoTracking().ToDictionaryAsync(q => q.Id, ct));
        await foreach (var line in cases.Select(c => new { Case = c, Answers = answers.Where(a => a.CaseId == c.Id).ToList() }).AsAsyncEnumerable().WithCancellation(ct))
        {
            var c = line.Case;
            var unit = c.UnitId is { } id ? units.Find(id) : null;
            await csv.WriteAsync(
                c.Number, c.Channel, c.Status, c.Level, c.ReceivedAt, c.AcceptedAt, c.DispatchedAt, c.HandledAt, c.VerifiedAt, c.ClosedAt, c.HandleDueAt, c.OnTime, c.Satisfied,
                c.Reopened, c.DivisionCode, c.Longitude, c.Latitude, c.Place, c.CategoryCode, tree.Find(c.CategoryCode)?.Name, unit?.Code, unit?.Name, c.Title, c.Text,
                string.Join("; ", line.Answers.Select(a => a.To(questions[a.QuestionId])).OrderBy(a => a.Question.Rank).Select(a => $"{a.Question.Wording}={string.Join('+', a.Given)}")));
            rows++;
        }
        return rows;
    }

    private static async Task<int> WriteGeoJsonAsync(Stream output, IQueryable<Case> cases, CancellationToken ct)
    {
        await using var json = new Utf8JsonWriter(output, new() { Encoder = Json.Readable.Encoder });
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        var rows = 0;
        await foreach (var c in cases.AsAsyncEnumerable().WithCancellation(ct))
        {
            JsonSerializer.Serialize(json, new
            {
                Type = "Feature",
                Geometry = new { Type = "Point", Coordinates = new[] { c.Longitude!.Value, c.Latitude!.Value } },
                Properties = new { c.Number, c.Channel, c.Status, c.Level, c.ReceivedAt, c.ClosedAt, c.OnTime, Division = c.DivisionCode, Category = c.CategoryCode, c.Title },
            }, Json.Readable);
            if (++rows % 1000 == 0) await json.FlushAsync(ct);
        }
        json.WriteEndArray();
        json.WriteEndObject();
        return rows;
    }
}
