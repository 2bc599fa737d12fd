using System.Globalization;
using Linli.Cases.Showing;
using Linli.Cases.Templates;
using Linli.Contracts.Grids;
using Linli.Platform.Export;
using Linli.Platform.Files;
using Linli.Platform.Time;
using Microsoft.Extensions.Localization;

namespace Linli.Cases.OfficialLetters;

/// <summary>Makes the document of a letter: the template of its kind with the facts of the case.</summary>
internal sealed class LetterDocuments(TemplateShelf templates, FileStore files, CaseLexicon lexicon, IStringLocalizer<CasesModule> text, SiteTime site)
{
    /// <summary>What may stand in a template.</summary>
    public static readonly IReadOnlyList<string> Names =
        ["kind", "number", "unit", "opening", "case", "title", "place", "division", "category", "status", "level", "received", "due", "urged", "words", "replyBy", "issuer", "issued"];

    private static readonly FileLimits Word = new() { Kinds = FileKinds.Office };

    /// <summary>What each of <see cref="Names"/> says in a letter, in the language of the place.</summary>
    public async Task<IReadOnlyDictionary<string, string>> WordsAsync(Case found, LetterKind kind, string number, Unit unit, string words, DateOnly replyBy, string issuer, DateTimeOffset now, CancellationToken ct)
    {
        var names = await lexicon.ReadAsync(ct);
        return TellReporter.TellReporter.InTheLanguageOfThePlace(() => new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["kind"] = text[$"letter-kind.{kind}"],
            ["number"] = number,
            ["unit"] = unit.Name,
            ["opening"] = text[$"OfficialLetter.Opening.{kind}"],
            ["case"] = found.Number,
            ["title"] = found.Title,
            ["place"] = found.Place ?? names.Division(found.DivisionCode),
            ["division"] = names.Division(found.DivisionCode),
            ["category"] = names.Category(found.CategoryCode),
            ["status"] = names.Status(found.Status),
            ["level"] = names.Level(found.Level),
            ["received"] = site.Long(found.ReceivedAt),
            ["due"] = (found.HandleDueAt ?? found.DueAt) is { } due ? site.Long(due) : text["Desk.NoClock"],
            ["urged"] = found.Urged.ToString(CultureInfo.InvariantCulture),
            ["words"] = words,
            ["replyBy"] = replyBy.ToString("O", CultureInfo.InvariantCulture),
            ["issuer"] = issuer,
            ["issued"] = site.Date(now).ToString("O", CultureInfo.InvariantCulture),
        });
    }

    /// <summary>Fills the template and keeps what came of it.</summary>
    public async Task<StoredFile> MakeAsync(LetterKind kind, IReadOnlyDictionary<string, string> words, CancellationToken ct)
    {
        await using var template = await templates.OpenAsync((TemplateKind)kind, ct);
        using var filled = new MemoryStream(WordTemplate.Fill(template, words));
        return (await files.Save(filled, Word, ct)).File!;
    }
}
