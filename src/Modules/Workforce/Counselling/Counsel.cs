using System.ComponentModel.DataAnnotations;
using Linli.Contracts.Identity;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Workforce;

/// <summary>Words to the other one of the two.</summary>
internal sealed record SayInCounsel : ICommand
{
    /// <summary>Account of the counsellor, or for the counsellor of the person, who must have written first.</summary>
    [Required(ErrorMessage = "workforce.counsellor-unknown")] public Guid? With { get; set; }
    [Required(ErrorMessage = "workforce.words-missing"), StringLength(4000, ErrorMessage = "workforce.too-long")] public string? Words { get; set; }
}

/// <summary>Words as those two read them.</summary>
internal sealed record CounselWords(Guid Id, Guid WithId, string With, bool Own, string Words, DateTimeOffset At);

/// <summary>Counselling of the caller: as the one who seeks it, or as the counsellor. No permission shows that of others.</summary>
internal sealed class CounselHandler(AppDb db, IAccess access, IStaff staff, FieldCipher cipher, TimeProvider clock)
{
    private const int DistrictLength = 6, Most = 500;

    /// <summary>Who may be chosen: the counsellors of the caller's district.</summary>
    public async Task<IReadOnlyList<Colleague>> Counsellors(CancellationToken ct) => access.Division is { Length: >= DistrictLength } division
        ? [.. (await staff.WithinAsync(division[..DistrictLength], WorkforcePolicies.Counsel, ct)).Where(one => one.Id != access.Actor.Id)]
        : [];

    /// <summary>All the words of the caller's counselling, the oldest first.</summary>
    public async Task<IReadOnlyList<CounselWords>> Read(CancellationToken ct)
    {
        if (Self is not { } self) return [];
        var notes = await db.CounselNotes.AsNoTracking().Where(n => n.PersonId == self || n.CounsellorId == self).OrderByDescending(n => n.Id).Take(Most).ToListAsync(ct);
        var names = await staff.NamesAsync([.. notes.Select(n => With(n, self)).Distinct()], ct);
        return [.. notes.OrderBy(n => n.Id).Select(n => new CounselWords(
            n.Id, With(n, self), names.GetValueOrDefault(With(n, self), ""), n.ByCounsellor == (n.CounsellorId == self), cipher.Unprotect(n.Words, CounselNote.WordsPurpose), n.At))];
    }

    public async Task<Result<Guid>> Say(SayInCounsel command, CancellationToken ct)
    {
        if (Self is not { } self) return Problem.Forbidden;
        var (now, with) = (clock.GetUtcNow(), command.With!.Value);
        var answers = await db.CounselNotes.AnyAsync(n => n.PersonId == with && n.CounsellorId == self, ct);
        if (!answers && !(await Counsellors(ct)).Any(one => one.Id == with)) return Problem.Invalid("with", "workforce.counsellor-unknown");
        var note = new CounselNote
        {
            Id = Guid.CreateVersion7(now), PersonId = answers ? with : self, CounsellorId = answers ? self : with, ByCounsellor = answers,
            Words = cipher.Protect(command.Words!.Trim(), CounselNote.WordsPurpose), At = now,
        };
        db.Add(note);
        await db.SaveChangesAsync(ct);
        return note.Id;
    }

    /// <summary>Only people: the key of another system belongs to nobody.</summary>
    private Guid? Self => access.Actor.Kind is ActorKind.Staff ? access.Actor.Id : null;

    private static Guid With(CounselNote note, Guid self) => note.PersonId == self ? note.CounsellorId : note.PersonId;
}
