using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Time;
using Linli.Platform.Web;
using Microsoft.Extensions.Options;

namespace Linli.Workforce;

/// <summary>Makes an appraisal final, as the caller saw it.</summary>
internal sealed record CloseAppraisal(int Version) : ICommand;

/// <summary>Opens a closed appraisal again.</summary>
internal sealed record ReopenAppraisal : ICommand
{
    [Required(ErrorMessage = "workforce.reason-missing"), StringLength(200, MinimumLength = 2, ErrorMessage = "workforce.reason-missing")] public string? Reason { get; set; }
    public int Version { get; set; }
}

/// <summary>Closes appraisals that are complete and keep to the cap; only a division above opens them again.</summary>
internal sealed class CloseAppraisalHandler(AppDb db, IAccess access, WorkforceChange change, AppraisalDesk desk, IOptions<WorkforceOptions> options, SiteTime site, TimeProvider clock)
{
    private readonly AppraisalRules rules = new(options.Value.Appraisal);

    public async Task<Result<Done>> Close(Guid id, CloseAppraisal command, CancellationToken ct)
    {
        await using var work = await db.BeginAsync(ct);
        if (!(await desk.TakeOpenAsync(id, ct)).Succeeded(out var appraisal, out var problem)) return problem;
        if (!appraisal.WasAt(command.Version)) return Problem.Stale;
        var (now, from) = (clock.GetUtcNow(), AppraisalRules.ClosableFrom(appraisal.Year));
        if (site.Date(now) < from) return WorkforceErrors.AppraisalTooEarly with { Extensions = new Dictionary<string, object?> { ["from"] = from } };
        var people = await desk.PeopleAsync(appraisal, db.Reviews, ct);
        if (Lacks(appraisal, people) is { } lacks) return lacks;
        Settle(appraisal, people, now);
        appraisal.TryClose(access.Actor.Name, now);
        if (await change.SaveAsync("workforce.close-appraisal", appraisal.Subject, appraisal.DivisionCode, new { appraisal.Year, people = people.Count }, ct) is { } stands) return stands;
        await work.CommitAsync(ct);
        return new Done();
    }

    public async Task<Result<Done>> Reopen(Guid id, ReopenAppraisal command, CancellationToken ct)
    {
        await using var work = await db.BeginAsync(ct);
        if (await desk.TakeAsync(db.Appraisals.Within(access).Where(a => a.Id == id), ct) is not { } appraisal) return Problem.NotFound;
        if (!IsAbove(appraisal.DivisionCode)) return WorkforceErrors.ReopenFromAbove;
        if (!appraisal.WasAt(command.Version)) return Problem.Stale;
        if (!appraisal.TryReopen(command.Reason!.Trim())) return WorkforceErrors.NotOpen;
        if (await change.SaveAsync("workforce.reopen-appraisal", appraisal.Subject, appraisal.DivisionCode, new { appraisal.Year, command.Reason }, ct) is { } stands) return stands;
        await work.CommitAsync(ct);
        return new Done();
    }

    /// <summary>Whether the caller stands above a division of theirs.</summary>
    public bool IsAbove(string divisionCode) => access.Division is { } scope && scope.Length < divisionCode.Length;

    private Problem? Lacks(Appraisal appraisal, List<Appraisee> people)
    {
        var graded = people.FindAll(one => IsGraded(appraisal, one));
        var grades = graded.Select(one => one.Review?.Grade).OfType<Grade>().ToList();
        return grades.Count < graded.Count ? WorkforceErrors.NotAllGraded with { Extensions = new Dictionary<string, object?> { ["lacking"] = graded.Count - grades.Count } }
            : rules.Keeps(grades) ? null
            : rules.TooManyExcellent(grades);
    }

    /// <summary>Everybody has a review now, and only those a grade who are graded.</summary>
    private void Settle(Appraisal appraisal, List<Appraisee> people, DateTimeOffset now)
    {
        foreach (var one in people.Where(one => !IsGraded(appraisal, one)))
            if (one.Review is null) db.Add(new Review { Id = Guid.CreateVersion7(now), AppraisalId = appraisal.Id, WorkerId = one.Worker.Id, Year = appraisal.Year });
            else if (one.Review.Grade is not null) one.Review.Ungrade();
    }

    private bool IsGraded(Appraisal appraisal, Appraisee one) => rules.IsGraded(appraisal.Year, one.Worker.Since, one.Worker.Until);
}
