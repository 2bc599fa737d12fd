using Linli.Cases.MakeBulletin;
using Linli.Cases.OfficialLetters;
using Linli.Platform.Data;
using Linli.Platform.Export;
using Linli.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Cases.Templates;

/// <summary>The templates in force: the district's own, else those that come with the program.</summary>
internal sealed class TemplateShelf(AppDb db, FileStore files, IStringLocalizer<CasesModule> text)
{
    public async Task<Stream> OpenAsync(TemplateKind kind, CancellationToken ct)
    {
        if (await db.Templates.AsNoTracking().SingleOrDefaultAsync(t => t.Kind == kind, ct) is { } own && files.Open(own.Hash) is { } stored) return stored;
        await using var part = typeof(TemplateShelf).Assembly.GetManifestResourceStream(kind is TemplateKind.Bulletin ? "bulletin.xml" : "letter.xml")!;
        return new MemoryStream(WordTemplate.Pack(part));
    }

    /// <summary>What may stand in a template of a kind, and what it becomes.</summary>
    public IEnumerable<(string Place, string Meaning)> PlacesOf(TemplateKind kind)
    {
        if (kind is not TemplateKind.Bulletin) return LetterDocuments.Names.Select(name => (name, text[$"letter-place.{name}"].Value));
        return
        [
            .. BulletinPlaces.Words.Select(name => (name, text[$"bulletin-place.{name}"].Value)),
            .. BulletinPlaces.Figures.SelectMany(name => new[] { (name, text[$"bulletin-figure.{name}"].Value), (name + "Change", $"{text[$"bulletin-figure.{name}"]} · {text["bulletin-column.change"]}") }),
            .. BulletinPlaces.Tables.SelectMany(table => table.Value.Select(column => ($"{table.Key}.{column}", $"{text[$"Bulletin.{table.Key}"]} · {text[$"bulletin-column.{column}"]}"))),
        ];
    }
}
