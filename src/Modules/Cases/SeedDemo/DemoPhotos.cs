using Linli.Cases.History;
using Linli.Demo;
using Linli.Platform.Files;

namespace Linli.Cases.SeedDemo;

/// <summary>Pictures of the newest demo cases. A scene has a few looks only, drawn once, beside the telling of the stories.</summary>
internal sealed class DemoPhotos(FileStore files)
{
    private const int Looks = 2;
    private readonly Dictionary<StoryPhoto, Task<StoredFile>> drawn = [];

    /// <summary>Begins to draw; it takes longer than all the rest.</summary>
    public void Begin(CancellationToken ct)
    {
        foreach (var scene in Enum.GetValues<PhotoScene>())
            for (var look = 0; look < Looks; look++)
                foreach (var photo in (StoryPhoto[])[new(scene, look, false), new(scene, look, true)])
                    drawn[photo] = Task.Run(() => DrawAsync(photo, ct), ct);
    }

    public async Task<IReadOnlyList<Attachment>> OfAsync(CaseStory story, IReadOnlyList<HistoryEntry> history)
    {
        var attachments = new List<Attachment>();
        foreach (var photo in story.Photos)
        {
            var entry = photo.After ? history.LastOrDefault(h => h.Action == CaseAction.Handle) : history[0];
            if (entry is null) continue;
            var file = await drawn[photo with { Seed = photo.Seed % Looks }];
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
        using var content = new MemoryStream(DemoPhoto.Draw(photo.Scene, photo.Seed, photo.After));
        var outcome = await files.Save(content, new() { Kinds = FileKinds.Photo }, ct);
        return outcome.File ?? throw new InvalidOperationException($"A drawn picture was refused: {outcome.Refusal}");
    }
}
