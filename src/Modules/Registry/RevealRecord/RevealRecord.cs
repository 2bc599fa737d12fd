using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;

namespace Linli.Registry;

/// <summary>查看个人信息: personal and sensitive values are shown to somebody who says what for; that they looked is kept.</summary>
internal sealed record RevealRecord : ICommand
{
    [Required(ErrorMessage = "registry.purpose-missing"), StringLength(200, MinimumLength = 2, ErrorMessage = "registry.purpose-length")] public string? Purpose { get; set; }

    /// <summary>The state to look at; the latest where none is named.</summary>
    public Guid? StateId { get; set; }
}

/// <summary>Personal values in full.</summary>
/// <param name="Facts">Values by field.</param>
/// <param name="Address">The address, where it is personal.</param>
internal sealed record RevealedRecord(IReadOnlyDictionary<string, string> Facts, string? Address);

internal sealed class RevealRecordHandler(AppDb db, IAccess access, ViewRecordHandler view, RecordVault vault, TimeProvider clock)
{
    public async Task<Result<RevealedRecord>> HandleAsync(Guid id, RevealRecord command, CancellationToken ct)
    {
        if (!access.May(RegistryPolicies.Reveal)) return Problem.Forbidden;
        if (await view.FileAsync(id, ct) is not { } file) return Problem.NotFound;
        var state = command.StateId is { } named ? file.History.States.FirstOrDefault(s => s.Id == named) : file.History.Latest;
        if (state is null) return Problem.NotFound;
        var content = vault.Open(state);
        var shown = file.Type.Known.Where(f => content.Values.ContainsKey(f.Key) && access.Of(f) is FieldSight.OnPurpose).ToDictionary(f => f.Key, f => content.Values[f.Key]);
        var now = clock.GetUtcNow();
        db.Append(new RecordLook
        {
            Id = Guid.CreateVersion7(now), RecordId = id, DivisionCode = file.Record.DivisionCode, At = now, ActorId = access.Actor.Id, ActorName = access.Actor.Name,
            Purpose = command.Purpose!.Trim(), Fields = string.Join(',', shown.Keys),
        });
        db.Audit(access, "registry.reveal", $"record/{id}", now, file.Record.DivisionCode, new { fields = shown.Keys });
        await db.SaveChangesAsync(ct);   // no trace, no data
        return new RevealedRecord(shown, file.Type.OfPerson ? content.Place.Address : null);
    }
}
