using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Export;
using Linli.Platform.Files;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.Templates;

/// <summary>Takes the district's own template of a kind of documents, or goes back to the one that comes with the program. What was made of another stays as it is.</summary>
internal sealed class SaveTemplateHandler(AppDb db, IAccess access, FileStore files, TimeProvider clock)
{
    public const int MostBytes = 2 << 20;
    private const int LongestName = 100;
    private static readonly FileLimits Limits = new() { Kinds = FileKinds.Office, Bytes = MostBytes };

    public async Task<Result<Done>> HandleAsync(TemplateKind kind, Stream content, string fileName, CancellationToken ct)
    {
        if (!access.May(CasesPolicies.ManageTexts)) return Problem.Forbidden;
        var outcome = await files.Save(content, Limits, ct);
        if (!outcome.Stored) return Problem.Invalid("file", outcome.Refusal.Value.Code());
        if (!CanBeFilled(outcome.File.Hash)) return Problem.Invalid("file", "cases.bad-template");
        var now = clock.GetUtcNow();
        fileName = Path.GetFileName(fileName) is { Length: > LongestName } longer ? longer[^LongestName..] : Path.GetFileName(fileName);
        if (await db.Templates.SingleOrDefaultAsync(t => t.Kind == kind, ct) is { } own)
            (own.Hash, own.Length, own.FileName, own.SavedBy, own.SavedAt, own.Version) = (outcome.File.Hash, outcome.File.Length, fileName, access.Actor.Name, now, own.Version + 1);
        else db.Add(new DocumentTemplate { Kind = kind, Hash = outcome.File.Hash, Length = outcome.File.Length, FileName = fileName, SavedBy = access.Actor.Name, SavedAt = now });
        return await SaveAsync("cases.save-template", kind, now, ct);
    }

    public async Task<Result<Done>> ResetAsync(TemplateKind kind, CancellationToken ct)
    {
        if (!access.May(CasesPolicies.ManageTexts)) return Problem.Forbidden;
        if (await db.Templates.SingleOrDefaultAsync(t => t.Kind == kind, ct) is not { } own) return Problem.NotFound;
        db.Remove(own);
        return await SaveAsync("cases.reset-template", kind, clock.GetUtcNow(), ct);
    }

    private async Task<Result<Done>> SaveAsync(string act, TemplateKind kind, DateTimeOffset now, CancellationToken ct)
    {
        db.Audit(access, act, $"template/{kind}", now);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            return Problem.Stale;   // two at once
        }
        return new Done();
    }

    private bool CanBeFilled(string hash)
    {
        try
        {
            using var stored = files.Open(hash)!;
            WordTemplate.Fill(stored, new Dictionary<string, string>());
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
