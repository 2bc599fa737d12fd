using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.Duplicates;

/// <summary>Finds open cases that may tell of the same thing: of the same leaf in the same street or of the same grid, in the last 90 days, the newest of each.</summary>
internal sealed class LikeCases(AppDb db, IAccess access, WordsOfTheDistrict words)
{
    public const int MostEach = 60, MostShown = 3;
    public static readonly TimeSpan Window = TimeSpan.FromDays(90);
    private const int StreetDigits = 9;

    /// <summary>The likeliest, best first; at most <see cref="MostShown"/>, and only those that are worth a look.</summary>
    public async Task<IReadOnlyList<LikeCase>> ToAsync(Case about, CancellationToken ct)
    {
        var since = about.ReceivedAt - Window;
        var open = db.Cases.AsNoTracking().Seen(db, access).Where(c => c.ClosedAt == null && c.ReceivedAt >= since && c.Id != about.Id);
        var found = await Newest(open.Where(c => c.DivisionCode == about.DivisionCode)).ToListAsync(ct);
        if (about.CategoryCode is { } category)
        {
            var street = about.DivisionCode[..Math.Min(StreetDigits, about.DivisionCode.Length)];
            found.AddRange(await Newest(open.Where(c => c.CategoryCode == category && c.DivisionCode.StartsWith(street))).ToListAsync(ct));
        }
        var scorer = await words.ScorerAsync(ct);
        var (mine, facts) = (scorer.Prepare(about.Title + "\n" + about.Text), Circumstances.Of(about));
        var likeliest =
            (from other in found.DistinctBy(c => c.Id)
             let text = scorer.Prepare(other.Title + "\n" + other.Text)
             let theirs = new Circumstances(other.DivisionCode, other is { Longitude: { } lon, Latitude: { } lat } ? new(lon, lat) : null, other.CategoryCode, other.ReceivedAt)
             let likeness = Likeness.Of(scorer.Score(mine, text), facts, theirs)
             where likeness >= Likeness.Shown
             orderby likeness descending
             select (Case: other, Text: text, Facts: theirs, Likeness: likeness)).Take(MostShown);
        return [.. likeliest.Select(like => new LikeCase(like.Case, like.Likeness, scorer.Explain(mine, like.Text).Words, Likeness.Apart(facts, like.Facts)))];
    }

    private static IQueryable<LikeRow> Newest(IQueryable<Case> cases) => cases.OrderByDescending(c => c.ReceivedAt).Take(MostEach)
        .Select(c => new LikeRow(c.Id, c.Number, c.Title, c.Text, c.Status, c.DivisionCode, c.Longitude, c.Latitude, c.CategoryCode, c.ReceivedAt));
}

/// <summary>What is read of a case to compare it.</summary>
internal sealed record LikeRow(Guid Id, string Number, string Title, string Text, CaseStatus Status, string DivisionCode, double? Longitude, double? Latitude, string? CategoryCode, DateTimeOffset ReceivedAt);

/// <summary>A case that may tell of the same thing.</summary>
/// <param name="Case">It.</param>
/// <param name="Likeness">0 to 1.</param>
/// <param name="Words">Words that both have, the most telling first.</param>
/// <param name="Metres">How far apart they are, where that is known.</param>
internal sealed record LikeCase(LikeRow Case, double Likeness, IReadOnlyList<string> Words, double? Metres);
