using Linli.Cases.History;
using Linli.Demo;
using Linli.Platform.Files;

namespace Linli.Cases.SeedDemo;

/// <summary>Pictures of the newest demo cases. A scene has a few looks only, drawn once and kept once.</summary>
internal sealed class DemoPhotos(FileStore files)
{
    private const int Looks = 4;
    private readonly Dictionary<StoryPhoto, StoredFile> drawn = [];

    public async Task<IReadOnlyList<Attachment>> OfAsync(CaseStory story, IReadOnlyList<HistoryEntry> history, CancellationToken ct)
    {
        var attachments = new List<Attachment>();
        foreach (var photo in story.Photos)
        {
            var entry = photo.After ? history.LastOrDefault(h => h.Action == CaseAction.Handle) : history[0];
            if (entry is null) continue;
            var file = await DrawAsync(photo with { Seed = photo.Seed % Looks }, ct);
            attachments.Add(new()
            {
                Id = Guid.CreateVersion7(entry.At), CaseId = entry.CaseId, EntryId = entry.Id, Hash = file.Hash, MediaType = file.MediaType,
                Length = file.Length, Width = file.Width, Height = file.Height, Name = photo.After ? "after.png" : "before.png", ForReporter = true, AddedAt = entry.At,
            });
        }
        return attachments;
    }

    private async Task<StoredFile> DrawAsync(StoryPhoto photo, CancellationToken ct)
    {
        if (drawn.TryGetValue(photo, out var known)) return known;
        using var content = new MemoryStream(DemoPhoto.Draw(photo.Scene, photo.Seed, photo.After));
        var outcome = await files.Save(content, new() { Kinds = FileKinds.Photo }, ct);
        return drawn[photo] = outcome.File ?? throw new InvalidOperationException($"A drawn picture was refused: {outcome.Refusal}");
    }
}
