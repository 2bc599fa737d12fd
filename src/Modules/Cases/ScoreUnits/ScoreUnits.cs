using Linli.Cases.Figures;
using Linli.Cases.ListCases;
using Microsoft.Extensions.Options;

namespace Linli.Cases.ScoreUnits;

/// <summary>
/// 综合评分: what the units of a filter score, best first. Each rate counts by its weight; rates that nothing speaks of are left out.
/// Taking on what a meeting ruled (兜底) earns a bonus.
/// </summary>
internal sealed class ScoreUnitsHandler(ReadFiguresHandler figures, IOptions<CasesOptions> options)
{
    public async Task<IReadOnlyList<UnitScore>> HandleAsync(CaseFilter filter, CancellationToken ct)
    {
        var weights = options.Value.Scorecard;
        return [.. (await figures.ByUnitAsync(filter with { Scored = true }, ct)).Where(line => line.Key.Length > 0 && line.Figures.OnTimeRate is not null)
            .Select(line => new UnitScore(Guid.Parse(line.Key), line.Name, weights.Of(line.Figures), weights.Bonus(line.Figures), line.Figures))
            .OrderByDescending(score => score.Total).ThenByDescending(score => score.Figures.Received)];
    }
}

/// <summary>What a unit scores.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Name">Its name.</param>
/// <param name="Score">0 to 100.</param>
/// <param name="Bonus">Points for cases that a meeting gave to it.</param>
/// <param name="Figures">The counts behind.</param>
internal sealed record UnitScore(Guid UnitId, string Name, double Score, double Bonus, Tally Figures)
{
    /// <summary>Score and bonus.</summary>
    public double Total => Score + Bonus;
}

/// <summary>Weights of the scorecard (section <c>Linli:Cases:Scorecard</c>).</summary>
internal sealed class ScorecardWeights
{
    /// <summary>Of the on-time rate.</summary>
    public double OnTime { get; set; } = 40;

    /// <summary>Of what was closed within three days.</summary>
    public double WithinThreeDays { get; set; } = 20;

    /// <summary>Of satisfied reporters among those who rated.</summary>
    public double Satisfied { get; set; } = 20;

    /// <summary>Of what was not returned.</summary>
    public double NotReturned { get; set; } = 10;

    /// <summary>Of what did not have to be taken up again.</summary>
    public double NotReopened { get; set; } = 10;

    /// <summary>Points for each case taken on after a ruling.</summary>
    public double PerRuled { get; set; } = 0.5;

    /// <summary>The most points for them.</summary>
    public double MostForRuled { get; set; } = 5;

    /// <summary>The weighed mean of the rates, 0 to 100.</summary>
    public double Of(Tally figures)
    {
        (double Weight, double? Rate)[] parts =
        [
            (OnTime, figures.OnTimeRate), (WithinThreeDays, figures.WithinThreeDaysRate), (Satisfied, figures.SatisfactionRate),
            (NotReturned, 1 - figures.ReturnRate), (NotReopened, 1 - figures.ReopenRate),
        ];
        var counted = parts.Where(part => part is { Rate: not null, Weight: > 0 }).ToList();
        return counted.Count == 0 ? 0 : 100 * counted.Sum(part => part.Weight * part.Rate!.Value) / counted.Sum(part => part.Weight);
    }

    public double Bonus(Tally figures) => Math.Min(MostForRuled, PerRuled * figures.Ruled);
}
