using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Files;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Http;

namespace Linli.Registry;

/// <summary>佐证: photos and documents that show that what a record says is so.</summary>
internal sealed record AddEvidence : IPhotoCommand<AddEvidence>
{
    /// <summary>The state that they show; the latest where none is named.</summary>
    public Guid? StateId { get; set; }

    /// <summary>The files; sent as multipart form data.</summary>
    [System.Text.Json.Serialization.JsonIgnore] public IReadOnlyList<IFormFile>? Photos { get; set; }
}

/// <summary>A photo or document of a record.</summary>
/// <param name="Id">Key.</param>
/// <param name="StateId">The state that it shows.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="IsPhoto">Whether it can be shown as a picture.</param>
/// <param name="AddedAt">When it came.</param>
/// <param name="By">Who brought it.</param>
internal sealed record EvidenceDetails(Guid Id, Guid StateId, string MediaType, bool IsPhoto, DateTimeOffset AddedAt, string By)
{
    public static EvidenceDetails Of(RecordEvidence evidence) => new(evidence.Id, evidence.StateId, evidence.MediaType, evidence.Width is not null, evidence.AddedAt, evidence.ActorName);
}

internal sealed class AddEvidenceHandler(AppDb db, IAccess access, ViewRecordHandler view, FileStore files, TimeProvider clock)
{
    public async Task<Result<IReadOnlyList<EvidenceDetails>>> HandleAsync(Guid id, AddEvidence command, CancellationToken ct)
    {
        if (!access.May(RegistryPolicies.Write)) return Problem.Forbidden;
        if (await view.FileAsync(id, ct) is not { } file) return Problem.NotFound;
        if (file.Record.MergedInto is not null) return RegistryErrors.MergedAlready;
        var state = command.StateId is { } named ? file.History.States.FirstOrDefault(s => s.Id == named) : file.History.Latest;
        if (state is null) return Problem.NotFound;
        if (!(await files.SaveSentAsync(command.Photos, ct)).Succeeded(out var stored, out var refused)) return refused;
        if (stored.Count == 0) return Problem.Invalid("photos", "registry.evidence-missing");
        var now = clock.GetUtcNow();
        List<RecordEvidence> added =
        [
            .. stored.Select(s => new RecordEvidence
            {
                Id = Guid.CreateVersion7(now), RecordId = id, StateId = state.Id, Hash = s.File.Hash, MediaType = s.File.MediaType, Length = s.File.Length,
                Width = s.File.Width, Height = s.File.Height, AddedAt = now, ActorId = access.Actor.Id, ActorName = access.Actor.Name,
            }),
        ];
        added.ForEach(db.Append);
        db.Audit(access, "registry.evidence", $"record/{id}", now, file.Record.DivisionCode, new { state = state.Id, files = added.Count });
        await db.SaveChangesAsync(ct);
        return added.ConvertAll(EvidenceDetails.Of);
    }
}
