using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Linli.Cases.Consultations;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.SpeakOnCase;

/// <summary>会商发言: a view in the open consultation of a case, or an answer to one, with photos and papers.</summary>
internal sealed record SpeakOnCase : IPhotoCommand<SpeakOnCase>
{
    [Required(ErrorMessage = "cases.remark-missing"), StringLength(2000, ErrorMessage = "cases.remark-too-long")] public string? Text { get; set; }

    /// <summary>The remark it answers.</summary>
    public Guid? AnswersId { get; set; }

    /// <summary>Photos and papers; sent as multipart form data.</summary>
    [JsonIgnore] public IReadOnlyList<IFormFile>? Photos { get; set; }
}

internal sealed class SpeakOnCaseHandler(AppDb db, ConsultationTable table, Attaching attaching, IAccess access, TimeProvider clock)
{
    /// <returns>The key of the remark.</returns>
    public async Task<Result<Guid>> HandleAsync(Guid caseId, SpeakOnCase command, CancellationToken ct)
    {
        if (!access.May(CasesPolicies.Consult)) return Problem.Forbidden;
        if (await table.OpenAsync(caseId, ct) is not var (found, open)) return Problem.NotFound;
        if (command.AnswersId is { } answers && !await db.ConsultationRemarks.AnyAsync(r => r.Id == answers && r.ConsultationId == open.Id, ct)) return Problem.NotFound;
        if (!(await attaching.StoreAsync(command.Photos, ct)).Succeeded(out var photos, out var refused)) return refused;
        var now = clock.GetUtcNow();
        var remark = new ConsultationRemark
        {
            Id = Guid.CreateVersion7(now), ConsultationId = open.Id, At = now, Author = access.Actor.Name, UnitId = access.Unit, Text = command.Text!.Trim(), AnswersId = command.AnswersId,
        };
        db.Append(remark);
        attaching.Attach(photos, caseId, remark.Id, now, forReporter: false);
        await table.SaveAsync(found, "speak", now, ct);
        return remark.Id;
    }
}
