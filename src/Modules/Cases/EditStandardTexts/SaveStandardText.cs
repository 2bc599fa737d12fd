using System.ComponentModel.DataAnnotations;
using Linli.Cases.StandardTexts;
using Linli.Cases.Taxonomy;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.EditStandardTexts;

/// <summary>A standard text as somebody wrote it.</summary>
internal sealed record SaveStandardText : ICommand
{
    [Required(ErrorMessage = "cases.act-missing")] public CaseAction? Action { get; set; }

    /// <summary>A node of the taxonomy; empty for all cases.</summary>
    [StringLength(40, ErrorMessage = "cases.unknown-category")] public string? CategoryCode { get; set; }
    [Required(ErrorMessage = "cases.text-title-missing"), StringLength(40, ErrorMessage = "cases.text-title-too-long")] public string? Title { get; set; }
    [Required(ErrorMessage = "cases.remark-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public string? Text { get; set; }

    /// <summary>The version that the caller saw.</summary>
    public int Version { get; set; }

    public static SaveStandardText From(StandardText text) =>
        new() { Action = text.Action, CategoryCode = text.CategoryCode, Title = text.Title, Text = text.Text, Version = text.Version };
}

/// <summary>Adds and changes standard texts. They hold for the whole installation.</summary>
internal sealed class SaveStandardTextHandler(AppDb db, IAccess access, TaxonomyCache taxonomy, TimeProvider clock)
{
    /// <summary>Adds a text, or changes the one that <paramref name="id"/> names.</summary>
    public async Task<Result<Guid>> HandleAsync(Guid? id, SaveStandardText command, CancellationToken ct)
    {
        if (CommandValidation.Check(command) is { } invalid) return invalid;
        if (!StandardText.Actions.Contains(command.Action!.Value)) return Problem.Invalid("action", "cases.act-missing");
        var category = string.IsNullOrWhiteSpace(command.CategoryCode) ? null : command.CategoryCode;
        if (category is not null && (await taxonomy.GetAsync(ct)).Find(category) is null) return CaseErrors.UnknownCategory;

        var text = id is null ? null : await db.StandardTexts.SingleOrDefaultAsync(t => t.Id == id, ct);
        if (id is not null && text is null) return Problem.NotFound;
        if (text is not null && text.Version != command.Version) return Problem.Stale;
        var (now, before) = (clock.GetUtcNow(), text?.Text);
        if (text is null) db.Add(text = new StandardText { Id = Guid.CreateVersion7(now), Action = command.Action.Value, CategoryCode = category, Title = "", Text = "" });
        (text.Action, text.CategoryCode, text.Title, text.Text) = (command.Action.Value, category, command.Title!.Trim(), command.Text!.Trim());
        text.Version++;
        db.Audit(access, "cases.save-standard-text", text.Subject, now, details: new { text.Action, text.CategoryCode, text.Title, from = before, to = text.Text });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale;
        }
        return text.Id;
    }
}
