using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>打标签: somebody is to be looked after, on the word of who says so.</summary>
internal sealed record TagPerson : ICommand
{
    [Required(ErrorMessage = "registry.need-missing")] public string? Kind { get; set; }
    [Required(ErrorMessage = "registry.reason-missing"), StringLength(200, MinimumLength = 2, ErrorMessage = "registry.purpose-length")] public string? Reason { get; set; }

    /// <summary>Days from one visit to the next; as the kind says where nothing is said.</summary>
    [Range(1, 365, ErrorMessage = "registry.every-wrong")] public int? Every { get; set; }

    /// <summary>The day on which it ends by itself.</summary>
    public DateOnly? Until { get; set; }
}

/// <summary>撤销标签</summary>
internal sealed record EndNeed : ICommand
{
    [Required(ErrorMessage = "registry.reason-missing"), StringLength(200, MinimumLength = 2, ErrorMessage = "registry.purpose-length")] public string? Reason { get; set; }
}

/// <summary>Somebody who is looked after.</summary>
internal sealed record NeedDetails(Guid Id, Guid RecordId, string Kind, string Reason, DateOnly Since, DateOnly? Until, bool ByRule, string TaggedBy, int Every, DateOnly? NextVisit, string? Signal, DateTimeOffset? SignalAt, DateOnly? EndedOn, string? EndedBy, string? EndedWhy)
{
    public static NeedDetails Of(Need need) => new(need.Id, need.RecordId, need.Kind, need.Reason, need.Since, need.Until, need.ByRule, need.TaggedBy, need.Every, need.NextVisit, need.Signal, need.SignalAt, need.EndedOn, need.EndedBy, need.EndedWhy);
}

internal sealed class TagPersonHandler(AppDb db, IAccess access, RecordContents contents, TypeCache types, TimeProvider clock)
{
    /// <summary>The tags of a person within the caller's divisions, those in force first.</summary>
    public async Task<IReadOnlyList<NeedDetails>> OfAsync(Guid recordId, CancellationToken ct) => access.May(RegistryPolicies.SeeNeeds)
        ? [.. (await db.Needs.AsNoTracking().Within(access).Where(n => n.RecordId == recordId).ToListAsync(ct)).OrderBy(n => n.EndedOn is not null).ThenByDescending(n => n.Since).Select(NeedDetails.Of)]
        : [];

    public async Task<Result<NeedDetails>> TagAsync(Guid recordId, TagPerson command, CancellationToken ct)
    {
        if (!access.May(RegistryPolicies.Tag)) return Problem.Forbidden;
        if (await db.Records.AsNoTracking().Within(access).SingleOrDefaultAsync(r => r.Id == recordId, ct) is not { } record) return Problem.NotFound;
        if ((await types.GetAsync(ct)).Find(record.TypeCode) is not { OfPerson: true } || record.EndedOn is not null) return RegistryErrors.NobodyThere;
        if (NeedKinds.Find(command.Kind) is not { } kind) return Problem.Invalid("kind", "registry.need-missing");
        if (command.Until <= contents.Today) return Problem.Invalid("until", "registry.until-wrong");
        if (await db.Needs.AnyAsync(n => n.RecordId == recordId && n.Kind == kind.Code && n.EndedOn == null, ct)) return RegistryErrors.TaggedAlready;
        var now = clock.GetUtcNow();
        var need = New(recordId, record.DivisionCode, kind, contents.Today, now, access.Actor.Name, command.Reason!.Trim(), command.Every, command.Until);
        db.Append(need);
        db.Audit(access, "registry.tag", $"record/{recordId}", now, record.DivisionCode, new { kind.Code, need = need.Id });
        await db.SaveChangesAsync(ct);
        return NeedDetails.Of(need);
    }

    public async Task<Result<NeedDetails>> EndAsync(Guid needId, EndNeed command, CancellationToken ct)
    {
        if (!access.May(RegistryPolicies.Tag)) return Problem.Forbidden;
        if (await db.Needs.Within(access).SingleOrDefaultAsync(n => n.Id == needId, ct) is not { } need) return Problem.NotFound;
        if (need.EndedOn is not null) return RegistryErrors.EndedAlready;
        need.End(contents.Today, access.Actor.Name, command.Reason!.Trim());
        db.Audit(access, "registry.end-tag", $"record/{need.RecordId}", clock.GetUtcNow(), need.DivisionCode, new { need.Kind, need = need.Id });
        await db.SaveChangesAsync(ct);
        return NeedDetails.Of(need);
    }

    /// <summary>A tag from today on, the first visit due at once.</summary>
    public static Need New(Guid recordId, string division, NeedKind kind, DateOnly today, DateTimeOffset now, string by, string reason, int? every = null, DateOnly? until = null, bool byRule = false) => new()
    {
        Id = Guid.CreateVersion7(now), RecordId = recordId, DivisionCode = division, Kind = kind.Code, Reason = reason, Since = today, Until = until, ByRule = byRule, TaggedBy = by,
        Every = every ?? kind.Every, NextVisit = today, Version = 1,
    };
}
