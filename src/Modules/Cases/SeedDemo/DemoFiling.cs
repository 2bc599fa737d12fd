using Linli.Cases.Deadlines;
using Linli.Cases.Intake;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Demo;
using Linli.Platform.Secrets;
using Linli.Text;
using Microsoft.Extensions.Options;

namespace Linli.Cases.SeedDemo;

/// <summary>What the program would have made of a story on the day it was reported.</summary>
internal sealed class DemoFiling(Classification classification, IDivisions divisions, FieldCipher cipher, IOptions<CasesOptions> options)
{
    public async Task<(Case Filed, IReadOnlyList<Decision> Decisions, Reporter? Reporter)> FileAsync(CaseStory story, string number, TaxonomySnapshot taxonomy, CancellationToken ct)
    {
        var entry = taxonomy.Responsibilities.Find(story.CategoryCode, story.GridCode);
        var (classifier, source) = await classification.GetAsync(ct);
        var choices = classifier.Classify(new CaseText(story.Title, story.Text)).Select(p => new Choice(p.Label, Math.Round(p.Probability, 4), p.Evidence)).ToList();
        var sure = choices is [{ } best, ..] && best.Probability >= options.Value.ClassifyFrom ? best.Code : null;
        var verdict = new Verdict(source, choices, sure, false, new(story.GridCode, "position", 1, [divisions.PathOf(story.GridCode)]));
        var filed = new Case
        {
            Id = Guid.CreateVersion7(story.ReportedAt),
            Number = number,
            Channel = story.Channel,
            Title = story.Title,
            Text = story.Text,
            ReceivedAt = story.ReportedAt,
            FollowUpHash = Tokens.Hash(Tokens.New()),
            Level = taxonomy.Find(story.CategoryCode) is { Urgent: true } ? 2 : 4,
            DivisionCode = story.GridCode,
            Longitude = story.At.Lon,
            Latitude = story.At.Lat,
            Place = story.PlaceText,
            CategoryCode = story.CategoryCode,
            Promise = entry?.Promise ?? Promise.None,
        };
        filed.Lead(entry?.UnitId);
        var decisions = verdict.Decisions(filed, entry is null ? UnitChoice.None : UnitChoice.ByList(entry), story.ReportedAt).ToList();
        if (story.Status is not (StoryStatus.Received or StoryStatus.Withdrawn)) decisions[0].Correct(story.CategoryCode, story.Events[^1].At);
        return (filed, decisions, story.Reporter is { } reporter ? Reporter.Of(filed.Id, reporter.Name, reporter.Phone, null, cipher) : null);
    }
}
