using System.ComponentModel.DataAnnotations;
using Linli.Cases.OfficialLetters;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Time;
using Microsoft.Extensions.Localization;

namespace Linli.Cases.IssueLetter;

/// <summary>发函: a numbered letter about a case to a unit, which answers by a day.</summary>
internal sealed record IssueLetter : CaseCommand
{
    [Required(ErrorMessage = "cases.letter-kind-missing"), EnumDataType(typeof(LetterKind), ErrorMessage = "cases.letter-kind-missing")] public LetterKind? Kind { get; set; }

    /// <summary>The unit it is addressed to; none: the one that has the case.</summary>
    public Guid? UnitId { get; set; }

    /// <summary>The last day on which the unit is to answer.</summary>
    [Required(ErrorMessage = "cases.reply-by-missing")] public DateOnly? ReplyBy { get; set; }

    /// <summary>What it says beyond the facts of the case.</summary>
    [Required(ErrorMessage = "cases.remark-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public override string? Remark { get; set; }
}

internal sealed class IssueLetterHandler(CaseWork work, AppDb db, IUnits units, IAccess access, LetterDocuments documents, IStringLocalizer<CasesModule> text, SiteTime site)
{
    public async Task<Result<CaseState>> HandleAsync(Guid id, IssueLetter command, CancellationToken ct)
    {
        Unit? unit = null;
        var today = site.Date(work.Now);
        if (command.ReplyBy!.Value < today) return Problem.Invalid("replyBy", "cases.day-passed");
        await using var letter = await db.BeginAsync(ct);   // a number that is not used is given again
        var done = await work.DoAsync(
            id, command.Version, CaseAction.IssueLetter, remark: command.Remark,
            change: found => (unit = (command.UnitId ?? found.UnitId) is { } key ? units.Find(key) : null) is null ? CaseErrors.UnknownUnit : null,
            facts: _ => new { Unit = unit?.Name },
            then: async (found, _) =>
            {
                var sequence = await db.NextLetterAsync(command.Kind!.Value, today.Year, ct);
                var number = TellReporter.TellReporter.InTheLanguageOfThePlace(() => text[$"OfficialLetter.Number.{command.Kind}", today.Year, sequence].Value);
                var words = await documents.WordsAsync(found, command.Kind.Value, number, unit!, command.Remark!, command.ReplyBy.Value, access.Actor.Name, work.Now, ct);
                var file = await documents.MakeAsync(command.Kind.Value, words, ct);
                db.Add(new OfficialLetter
                {
                    Id = Guid.CreateVersion7(work.Now), Kind = command.Kind.Value, Year = today.Year, Sequence = sequence, Number = number, CaseId = id, CaseNumber = found.Number,
                    DivisionCode = found.DivisionCode, UnitId = unit!.Id, Words = command.Remark!, ReplyBy = command.ReplyBy.Value, IssuedAt = work.Now, IssuerName = access.Actor.Name,
                    Hash = file.Hash, Length = file.Length,
                });
            },
            ct: ct);
        if (done.Succeeded(out _, out _)) await letter.CommitAsync(ct);
        return done;
    }
}
