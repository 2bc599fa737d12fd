using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>关联: two records belong together from a day on.</summary>
internal sealed record LinkRecords : ICommand
{
    [Required(ErrorMessage = "registry.link-missing")] public LinkKind? Kind { get; set; }

    /// <summary>The record that the first belongs to.</summary>
    [Required(ErrorMessage = "registry.other-missing")] public Guid? ToId { get; set; }

    /// <summary>Today where nothing is said.</summary>
    public DateOnly? ValidFrom { get; set; }
}

/// <summary>解除关联: from a day on they belong together no more.</summary>
internal sealed record EndLink : ICommand
{
    /// <summary>Today where nothing is said.</summary>
    public DateOnly? On { get; set; }
}

/// <summary>A record that another belongs to, or that belongs to it.</summary>
/// <param name="Id">Key of the link.</param>
/// <param name="Kind">How.</param>
/// <param name="Forward">Whether the record asked about belongs to the other, and not the other to it.</param>
/// <param name="OtherId">The other record.</param>
/// <param name="Type">Code of its type.</param>
/// <param name="Title">What it is called, masked where that is personal.</param>
/// <param name="ValidFrom">Since when.</param>
/// <param name="ValidTo">The first day on which no more.</param>
internal sealed record LinkDetails(Guid Id, LinkKind Kind, bool Forward, Guid OtherId, string Type, string Title, DateOnly ValidFrom, DateOnly? ValidTo);

internal sealed class LinkRecordsHandler(AppDb db, IAccess access, RecordContents contents, TimeProvider clock)
{
    public const int Most = 200;

    /// <summary>What a record belongs to and what belongs to it, as far as the caller sees the others; those of today first.</summary>
    public async Task<IReadOnlyList<LinkDetails>> OfAsync(Guid id, CancellationToken ct)
    {
        var others = db.Records.AsNoTracking().Within(access);
        var links = db.RecordLinks.AsNoTracking();
        var found = await links.Where(l => l.FromId == id).Join(others, l => l.ToId, r => r.Id, (l, r) => new LinkDetails(l.Id, l.Kind, true, r.Id, r.TypeCode, r.Title, l.ValidFrom, l.ValidTo)).Take(Most).ToListAsync(ct);
        found.AddRange(await links.Where(l => l.ToId == id).Join(others, l => l.FromId, r => r.Id, (l, r) => new LinkDetails(l.Id, l.Kind, false, r.Id, r.TypeCode, r.Title, l.ValidFrom, l.ValidTo)).Take(Most).ToListAsync(ct));
        return [.. found.OrderBy(l => l.ValidTo is not null).ThenBy(l => l.Kind).ThenByDescending(l => l.ValidFrom)];
    }

    public async Task<Result<LinkDetails>> LinkAsync(Guid id, LinkRecords command, CancellationToken ct)
    {
        if (!access.May(RegistryPolicies.Write)) return Problem.Forbidden;
        var seen = db.Records.AsNoTracking().Within(access);
        if (await seen.SingleOrDefaultAsync(r => r.Id == id, ct) is not { } from) return Problem.NotFound;
        if (await seen.SingleOrDefaultAsync(r => r.Id == command.ToId, ct) is not { } to) return Problem.Invalid("toId", "registry.no-such-other");
        if ((from.MergedInto ?? to.MergedInto) is not null) return RegistryErrors.MergedAlready;
        if (from.Id == to.Id || !command.Kind!.Value.Allows(from.TypeCode, to.TypeCode)) return Problem.Invalid("kind", "registry.link-wrong");
        if (command.ValidFrom > contents.Today) return Problem.Invalid("validFrom", "registry.day-wrong");
        if (await db.RecordLinks.AnyAsync(l => l.FromId == id && l.ToId == to.Id && l.Kind == command.Kind && l.ValidTo == null, ct)) return RegistryErrors.LinkedAlready;
        var now = clock.GetUtcNow();
        var link = new RecordLink
        {
            Id = Guid.CreateVersion7(now), FromId = id, ToId = to.Id, Kind = command.Kind.Value, ValidFrom = command.ValidFrom ?? contents.Today, RecordedAt = now, RecordedBy = access.Actor.Name,
        };
        db.Append(link);
        db.Audit(access, "registry.link", $"record/{id}", now, from.DivisionCode, new { link.Kind, to = to.Id });
        await db.SaveChangesAsync(ct);
        return new LinkDetails(link.Id, link.Kind, true, to.Id, to.TypeCode, to.Title, link.ValidFrom, null);
    }

    /// <summary>Ends a link of a record the caller sees, whichever of the two it is.</summary>
    public async Task<Result<Done>> EndAsync(Guid id, Guid linkId, EndLink command, CancellationToken ct)
    {
        if (!access.May(RegistryPolicies.Write)) return Problem.Forbidden;
        if (await db.Records.AsNoTracking().Within(access).SingleOrDefaultAsync(r => r.Id == id, ct) is not { } record) return Problem.NotFound;
        if (await db.RecordLinks.SingleOrDefaultAsync(l => l.Id == linkId && (l.FromId == id || l.ToId == id), ct) is not { } link) return Problem.NotFound;
        var on = command.On ?? contents.Today;
        if (link.ValidTo is not null) return RegistryErrors.EndedAlready;
        if (on > contents.Today || on < link.ValidFrom) return Problem.Invalid("on", "registry.day-wrong");
        link.ValidTo = on;
        db.Audit(access, "registry.end-link", $"record/{id}", clock.GetUtcNow(), record.DivisionCode, new { link.Kind, link = link.Id });
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
