using System.ComponentModel.DataAnnotations;
using Linli.Cases.FollowUp;
using Linli.Cases.OptOut;
using Linli.Cases.TellReporter;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Messages;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ChooseTelling;

/// <summary>How the reporter wants to be told of this case: by phone, by mail, or not at all. Its page stays open to them.</summary>
internal sealed record ChooseTelling : ICommand
{
    [Required(ErrorMessage = "cases.telling-missing"), EnumDataType(typeof(Telling), ErrorMessage = "cases.telling-missing")] public Telling? By { get; set; }
}

internal sealed class ChooseTellingHandler(AppDb db, FollowUpKeys keys, MessageLog messages, IAccess access, TimeProvider clock)
{
    private static readonly Problem NoAddress = Problem.Invalid("by", "cases.no-such-address");

    public async Task<Result<Done>> HandleAsync(string key, ChooseTelling command, CancellationToken ct)
    {
        if (CommandValidation.Check(command) is { } invalid) return invalid;
        if (await keys.OpenAsync(key, ct) is not { } found) return Problem.NotFound;
        if (await db.Reporters.SingleOrDefaultAsync(r => r.CaseId == found.Id, ct) is not { } reporter) return NoAddress;
        if (command.By switch { Telling.Sms => reporter.Phone is null, Telling.Email => reporter.Email is null, _ => false }) return NoAddress;
        await using var work = await db.BeginAsync(ct);
        reporter.ToldBy = command.By;
        if (command.By is Telling.Nothing)
        {
            await messages.WithholdAsync([CaseSubject.Of(found.Id)], null, ct);
            await db.Cases.Where(c => c.Id == found.Id).OweNothingAsync(ct);
        }
        db.Audit(access, "cases.choose-telling", CaseSubject.Of(found.Id), clock.GetUtcNow(), found.DivisionCode, new { command.By });
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return new Done();
    }
}
