using Linli.Cases.DeadLetters;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.MendLetters;

/// <summary>Dead letters within the caller's divisions, newest first.</summary>
internal sealed class ListLettersHandler(AppDb db, IAccess access)
{
    public const int PageSize = 30;

    public async Task<LetterList> HandleAsync(LetterFilter filter, int page, CancellationToken ct)
    {
        page = Math.Clamp(page, 1, 1000);
        var letters = Meeting(filter);
        var rows = await letters.OrderByDescending(l => l.ReceivedAt).ThenByDescending(l => l.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(l => new LetterLine(l.Id, l.Channel, l.ReceivedAt, l.State, l.Reason, l.CaseId, l.SettledAt, l.SettledBy)).ToListAsync(ct);
        return new(rows, page, await letters.CountAsync(ct));
    }

    /// <summary>How many wait.</summary>
    public Task<int> WaitingAsync(int most, CancellationToken ct) => Meeting(new()).Take(most).CountAsync(ct);

    private IQueryable<DeadLetter> Meeting(LetterFilter filter)
    {
        var letters = db.DeadLetters.AsNoTracking().Within(access);
        var state = filter.State ?? DeadLetterState.Open;
        letters = letters.Where(l => l.State == state);
        return filter.Channel is { Length: > 0 } channel ? letters.Where(l => l.Channel == channel) : letters;
    }
}

/// <summary>Which dead letters are asked for.</summary>
internal sealed record LetterFilter
{
    /// <summary>Where they came from.</summary>
    [FromQuery(Name = "channel")] public string? Channel { get; init; }

    /// <summary>How they stand; open ones when nothing is said.</summary>
    [FromQuery(Name = "state")] public DeadLetterState? State { get; init; }
}

/// <summary>A dead letter in a list, without its message.</summary>
/// <param name="Id">Key.</param>
/// <param name="Channel">Where it came from.</param>
/// <param name="ReceivedAt">When.</param>
/// <param name="State">How it stands.</param>
/// <param name="Reason">Why it could not become a case, as JSON: code and keys of messages by field.</param>
/// <param name="CaseId">The case it became.</param>
/// <param name="SettledAt">When it was settled.</param>
/// <param name="SettledBy">Who settled it.</param>
internal sealed record LetterLine(Guid Id, string Channel, DateTimeOffset ReceivedAt, DeadLetterState State, string Reason, Guid? CaseId, DateTimeOffset? SettledAt, string? SettledBy);

/// <summary>A page of dead letters.</summary>
/// <param name="Items">The letters.</param>
/// <param name="Page">From 1.</param>
/// <param name="Total">How many there are.</param>
internal sealed record LetterList(IReadOnlyList<LetterLine> Items, int Page, int Total);
