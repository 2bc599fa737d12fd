using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;

namespace Linli.Platform.Files;

/// <summary>Photos and documents that come with a form or a call.</summary>
public static class SentFiles
{
    /// <summary>How many may come at once.</summary>
    public const int Most = 6;

    /// <summary>What is taken.</summary>
    public static readonly FileLimits Limits = new() { Kinds = FileKinds.Photo | FileKinds.Pdf | FileKinds.Office };

    /// <summary>Stores what was sent, with the names it came under. A file that is refused refuses the whole request, before anything is written.</summary>
    public static async Task<Result<IReadOnlyList<(StoredFile File, string Name)>>> SaveSentAsync(this FileStore files, IReadOnlyList<IFormFile>? sent, CancellationToken ct)
    {
        var stored = new List<(StoredFile, string)>();
        if (sent?.Count > Most) return Problem.Invalid("photos", "files.too-many");
        foreach (var file in sent ?? [])
        {
            if (file.Length == 0) continue;
            await using var content = file.OpenReadStream();
            var outcome = await files.Save(content, Limits, ct);
            if (!outcome.Stored) return Refused(outcome.Refusal.Value);
            stored.Add((outcome.File, Path.GetFileName(file.FileName)));
        }
        return stored;
    }

    private static Problem Refused(FileRefusal refusal) =>
        Problem.Invalid("photos", refusal.Code()) with { Status = refusal is FileRefusal.TooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest };
}
