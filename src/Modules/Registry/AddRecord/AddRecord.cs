using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;

namespace Linli.Registry;

/// <summary>登记: a new record.</summary>
internal sealed record AddRecord : RecordFacts
{
    /// <summary>Code of the type.</summary>
    [Required(ErrorMessage = "registry.type-missing")] public string? Type { get; set; }
}

internal sealed class AddRecordHandler(AppDb db, IAccess access, TypeCache types, RecordContents contents, RecordWriting writing, ViewRecordHandler view, FindTwins twins, CheckQuality quality, TimeProvider clock)
{
    public async Task<Result<RecordDetails>> HandleAsync(AddRecord command, CancellationToken ct)
    {
        if (!access.May(RegistryPolicies.Write)) return Problem.Forbidden;
        if ((await types.GetAsync(ct)).Find(command.Type) is not { Active: true } type) return Problem.Invalid("type", "registry.type-unknown");
        if (!contents.Merge(type, null, command).Succeeded(out var content, out var wrong)) return wrong;
        var now = clock.GetUtcNow();
        var record = New(type, now);
        var state = writing.StateOf(record.Id, type, content, StateKind.Added, command, command.ValidFrom ?? contents.Today, now);
        writing.Follow(record, type, state, now);
        db.Append(record);
        db.Append(state);
        db.Audit(access, "registry.added", $"record/{record.Id}", now, record.DivisionCode, new { state = state.Id, type = type.Code });
        await using var work = await db.BeginAsync(ct);
        await quality.CheckAsync([new(record, type, new([state]))], ct);
        await db.SaveChangesAsync(ct);
        await twins.FindAsync(record.Id, ct);
        await work.CommitAsync(ct);
        return (await view.FindAsync(record.Id, null, null, ct))!;
    }

    /// <summary>A record before its first state.</summary>
    public static RegistryRecord New(RecordType type, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), TypeCode = type.Code, DivisionCode = "", Title = "", Address = null, Longitude = null, Latitude = null, EndedOn = null, AddedAt = now, ChangedAt = now, Version = 1,
    };
}
