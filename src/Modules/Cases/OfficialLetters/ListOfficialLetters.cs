using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.OfficialLetters;

/// <summary>Which letters are listed.</summary>
internal sealed record OfficialLetterFilter
{
    /// <summary>Of one kind.</summary>
    [FromQuery(Name = "kind")] public LetterKind? Kind { get; init; }

    /// <summary><c>waiting</c> for an answer, or <c>late</c>.</summary>
    [FromQuery(Name = "state")] public string? State { get; init; }

    /// <summary>About one case.</summary>
    [FromQuery(Name = "case")] public Guid? CaseId { get; init; }

    /// <summary>From 1.</summary>
    [FromQuery(Name = "page")] public int? Page { get; init; }
}

/// <summary>The letters that the caller may read, the newest first.</summary>
internal sealed class ListOfficialLettersHandler(AppDb db, IAccess access, SiteTime site, TimeProvider clock)
{
    public const int PageSize = 50;
    public const string Waiting = "waiting", Late = "late";

    public DateOnly Today { get; } = site.Date(clock.GetUtcNow());

    /// <summary>One page, with one more where there are more.</summary>
    public Task<List<OfficialLetter>> HandleAsync(OfficialLetterFilter filter, CancellationToken ct)
    {
        var letters = db.OfficialLetters.AsNoTracking().Seen(access);
        if (filter.Kind is { } kind) letters = letters.Where(l => l.Kind == kind);
        if (filter.CaseId is { } about) letters = letters.Where(l => l.CaseId == about);
        if (filter.State is Waiting or Late) letters = letters.Where(l => l.RepliedAt == null);
        if (filter.State is Late) letters = letters.Where(l => l.ReplyBy < Today);
        return letters.OrderByDescending(l => l.IssuedAt).ThenByDescending(l => l.Id).Skip((Math.Clamp(filter.Page ?? 1, 1, 200) - 1) * PageSize).Take(PageSize + 1).ToListAsync(ct);
    }

    public Task<OfficialLetter?> FindAsync(Guid id, CancellationToken ct) => db.OfficialLetters.AsNoTracking().Seen(access).SingleOrDefaultAsync(l => l.Id == id, ct);

    /// <summary>How many the caller's unit has not answered; counting stops at <paramref name="most"/>.</summary>
    public Task<int> WaitingAsync(int most, CancellationToken ct)
    {
        var unit = access.Unit;
        return unit is null ? Task.FromResult(0) : db.OfficialLetters.Where(l => l.UnitId == unit && l.RepliedAt == null).Take(most).CountAsync(ct);
    }
}

/// <summary>The figure beside “letters”: those that wait for the reader's unit.</summary>
internal sealed class OfficialLetterCount(ListOfficialLettersHandler handler, IAccess access) : Ui.INavigationCount
{
    public string Href => "/desk/letters";

    public bool Urgent => true;

    public async ValueTask<int> CountAsync(CancellationToken ct) => access.May(CasesPolicies.AnswerLetters) ? await handler.WaitingAsync(Ui.INavigationCount.Most + 1, ct) : 0;
}
