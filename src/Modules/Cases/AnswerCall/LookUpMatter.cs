using System.ComponentModel.DataAnnotations;
using Linli.Cases.Channels;
using Linli.Cases.Duplicates;
using Linli.Cases.FindTopics;
using Linli.Cases.Intake;
using Linli.Cases.ReceiveCase;
using Linli.Platform.Web;

namespace Linli.Cases.AnswerCall;

/// <summary>Asks what is known of a matter while the caller still speaks. Nothing is written.</summary>
internal sealed record LookUpMatter : ICommand
{
    /// <summary>What the caller has said so far.</summary>
    [StringLength(5000, ErrorMessage = "cases.text-length")] public string? Text { get; set; }
    [StringLength(200, ErrorMessage = "cases.place-too-long")] public string? Place { get; set; }
    public double? Longitude { get; set; }
    public double? Latitude { get; set; }

    /// <summary>A leaf of the taxonomy, where the clerk has chosen one.</summary>
    [StringLength(40, ErrorMessage = "cases.unknown-category")] public string? CategoryCode { get; set; }
}

/// <summary>What a case of these words would be, what is open of the same thing, and what can be answered at once.</summary>
internal sealed class LookUpMatterHandler(Filing filing, LikeCases like, ReadTopicsHandler topics, TimeProvider clock)
{
    private const int Shortest = 4, MostTopics = 3, BranchDigits = 2;

    /// <returns>Null while too little is said.</returns>
    public async Task<Matter?> HandleAsync(LookUpMatter command, CancellationToken ct)
    {
        if (command.Text?.Trim() is not { Length: >= Shortest } words) return null;
        var report = new ReceiveCase.ReceiveCase
        {
            Text = words, Place = command.Place, Longitude = command.Longitude, Latitude = command.Latitude, Channel = Channel.Hotline,
            CategoryCode = string.IsNullOrEmpty(command.CategoryCode) ? null : command.CategoryCode,
        };
        if (!(await filing.LookAsync(report, ct)).Succeeded(out var draft, out _)) return null;
        var (would, unit) = filing.Outline(draft, Guid.Empty, "", [], clock.GetUtcNow());
        return new(
            would.CategoryCode, draft.Verdict.Categories, would.DivisionCode, draft.Verdict.Place.Known ? draft.Verdict.Place.Evidence.FirstOrDefault() : null,
            would.UnitId, unit.Entry?.Promise.Handle.ToString(), would.Level, draft.Answer,
            await like.ToAsync(would, ct),
            would.CategoryCode is { } leaf ? [.. (await topics.ListAsync(ct)).Where(t => OfTheSame(t.CategoryCode, leaf)).Take(MostTopics).Select(t => new MatterTopic(t.Id, t.Title, t.Reports, t.ThisWeek))] : []);
    }

    /// <summary>Of the same leaf or one beside it.</summary>
    private static bool OfTheSame(string? topic, string leaf) => topic is { Length: > BranchDigits } && leaf.StartsWith(topic[..^BranchDigits], StringComparison.Ordinal);
}

/// <summary>What is known of a matter.</summary>
/// <param name="CategoryCode">The category its case would get; absent while nothing is sure enough.</param>
/// <param name="Categories">What it may be, likeliest first, with the words that speak for it.</param>
/// <param name="DivisionCode">Where its case would be.</param>
/// <param name="KnownPlace">The place that was recognised.</param>
/// <param name="UnitId">The unit that would be suggested.</param>
/// <param name="Limit">How long that unit would have, by the responsibility list.</param>
/// <param name="Level">1 (gravest) to 5.</param>
/// <param name="Answer">The answer in force to the matter.</param>
/// <param name="Like">Open cases that may tell of the same thing.</param>
/// <param name="Topics">Hot topics of the same kind.</param>
internal sealed record Matter(
    string? CategoryCode, IReadOnlyList<Choice> Categories, string DivisionCode, string? KnownPlace, Guid? UnitId, string? Limit, int Level, string? Answer,
    IReadOnlyList<LikeCase> Like, IReadOnlyList<MatterTopic> Topics);

/// <summary>A hot topic.</summary>
internal sealed record MatterTopic(Guid Id, string Title, int Reports, int ThisWeek);
