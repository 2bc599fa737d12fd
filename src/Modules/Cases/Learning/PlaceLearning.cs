using Linli.Platform.Data;
using Linli.Text;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.Learning;

/// <summary>Learns from a district's own history where the places are that people name in words of their own.</summary>
internal sealed class PlaceLearning(AppDb db, ModelShelf shelf, ModelInForce<PlacePredictor> inForce) : TaskLearning<PlacedCase, PlacePredictor>(shelf, inForce)
{
    public const string Task = "place";

    public override string Name => Task;

    /// <summary>Cases that went out and whose place has words: where they are somebody has let stand or corrected. A part says only again where its whole is.</summary>
    protected override async Task<IReadOnlyList<PlacedCase>> ConfirmedAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken ct) =>
        await db.Cases.AsNoTracking()
            .Where(c => c.ReceivedAt >= from && c.ReceivedAt < until && c.DispatchedAt != null && c.WholeId == null && c.Place != null && c.DivisionCode.Length > Case.DistrictCode)
            .OrderByDescending(c => c.ReceivedAt).ThenBy(c => c.Id).Take(ModelShelf.MostRows)
            .Select(c => new PlacedCase(c.Place!, c.DivisionCode)).ToListAsync(ct);

    protected override PlacePredictor Train(IReadOnlyList<PlacedCase> rows) => PlacePredictor.Train(rows);
    protected override void Save(PlacePredictor model, Stream to) => model.Save(to);
    protected override double? Score(PlacePredictor model, IReadOnlyList<PlacedCase> rows) => (double)rows.Count(r => model.Predict(r.Place, top: 1) is [var first] && first.Division == r.Division) / rows.Count;
}
