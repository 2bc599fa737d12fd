using Linli.Cases.OfficialLetters;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.Templates;

/// <summary>What is made of a template: letters of each kind, and the weekly bulletin.</summary>
internal enum TemplateKind
{
    Reminder = LetterKind.Reminder,
    Supervision = LetterKind.Supervision,
    Accountability = LetterKind.Accountability,
    Bulletin,
}

/// <summary>The Word document that documents of a kind are made of, where the district has its own.</summary>
internal sealed class DocumentTemplate
{
    public required TemplateKind Kind { get; init; }
    public required string Hash { get; set; }
    public required long Length { get; set; }
    public required string FileName { get; set; }
    public required string SavedBy { get; set; }
    public required DateTimeOffset SavedAt { get; set; }
    public int Version { get; set; } = 1;
}

/// <summary>The table of templates.</summary>
internal static class TemplatesDb
{
    extension(AppDb db)
    {
        public DbSet<DocumentTemplate> Templates => db.Set<DocumentTemplate>();
    }

    public static void Configure(ModelBuilder model) => model.Entity<DocumentTemplate>(e =>
    {
        e.ToTable("cases_letter_template");   // letters had templates first
        e.HasKey(x => x.Kind);
    });
}
