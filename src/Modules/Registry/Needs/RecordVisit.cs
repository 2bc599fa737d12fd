using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>走访: somebody who is looked after was visited.</summary>
internal sealed record RecordVisit : ICommand
{
    [Required(ErrorMessage = "registry.outcome-missing"), EnumDataType(typeof(VisitOutcome), ErrorMessage = "registry.outcome-missing")] public VisitOutcome? Outcome { get; set; }
    [StringLength(500, ErrorMessage = "registry.too-long")] public string? Words { get; set; }
}

/// <summary>A visit as those see it who look after people.</summary>
internal sealed record VisitDetails(Guid Id, Guid NeedId, DateTimeOffset At, string By, VisitOutcome Outcome, string? Words);

internal sealed class RecordVisitHandler(AppDb db, IAccess access, FieldCipher cipher, RecordContents contents, TimeProvider clock)
{
    private const int Most = 50;

    /// <summary>The latest visits to a person.</summary>
    public async Task<IReadOnlyList<VisitDetails>> OfAsync(Guid recordId, CancellationToken ct) => access.May(RegistryPolicies.SeeNeeds)
        ? [.. (await db.Visits.AsNoTracking().Within(access).Where(v => v.RecordId == recordId).OrderByDescending(v => v.At).Take(Most).ToListAsync(ct)).Select(Details)]
        : [];

    /// <summary>Keeps a visit; the next one is due when the tag says, at once where nobody was met.</summary>
    public async Task<Result<VisitDetails>> HandleAsync(Guid needId, RecordVisit command, CancellationToken ct)
    {
        if (!access.May(RegistryPolicies.Visit)) return Problem.Forbidden;
        if (await db.Needs.Within(access).SingleOrDefaultAsync(n => n.Id == needId, ct) is not { } need) return Problem.NotFound;
        if (need.EndedOn is not null) return RegistryErrors.EndedAlready;
        if (command.Outcome is VisitOutcome.NeedsHelp && string.IsNullOrWhiteSpace(command.Words)) return Problem.Invalid("words", "registry.help-missing");
        var now = clock.GetUtcNow();
        var visit = new Visit
        {
            Id = Guid.CreateVersion7(now), NeedId = needId, RecordId = need.RecordId, DivisionCode = need.DivisionCode, At = now, ActorId = access.Actor.Id, ActorName = access.Actor.Name,
            Outcome = command.Outcome!.Value, Words = string.IsNullOrWhiteSpace(command.Words) ? null : cipher.Protect(command.Words.Trim(), Visit.WordsPurpose),
        };
        if (command.Outcome is not VisitOutcome.NotMet) need.Visited(contents.Today);
        need.Version++;
        db.Append(visit);
        db.Audit(access, "registry.visit", $"record/{need.RecordId}", now, need.DivisionCode, new { need = needId, visit.Outcome });
        await db.SaveChangesAsync(ct);
        return Details(visit);
    }

    private VisitDetails Details(Visit visit) => new(visit.Id, visit.NeedId, visit.At, visit.ActorName, visit.Outcome, visit.Words is { } words ? cipher.Unprotect(words, Visit.WordsPurpose) : null);
}
