using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Platform.Messages;

/// <summary>The delivery log: which messages there were and what became of each attempt, never what they said nor the whole address.</summary>
public sealed class MessageLog(AppDb db, IAccess access, SendingHours hours, TimeProvider clock)
{
    /// <summary>Messages on a page.</summary>
    public const int PageSize = 50;

    private const int MostPages = 1000;

    /// <summary>A message that reached its reader, or that may not, is not sent again.</summary>
    public static readonly Problem NotToBeSent = new("platform.not-to-be-sent", 409);

    /// <summary>The messages about some things, oldest first. Whether the caller may see these things is theirs to ask.</summary>
    public async Task<List<LoggedMessage>> AboutAsync(IReadOnlyCollection<string> subjects, CancellationToken ct) =>
        await WithAttemptsAsync(db.Messages.Where(m => subjects.Contains(m.Subject)).OrderBy(m => m.Id), ct);

    /// <summary>Messages of one kind of thing within the caller's divisions, newest first.</summary>
    public async Task<LoggedMessages> ListAsync(string kind, DeliveryState? state, int page, CancellationToken ct)
    {
        page = Math.Clamp(page, 1, MostPages);
        var found = db.Messages.AsNoTracking().Within(access).Where(m => m.Purpose.StartsWith(kind));
        if (state is not null) found = found.Where(m => m.State == state);
        return new(await WithAttemptsAsync(found.OrderByDescending(m => m.Id).Skip((page - 1) * PageSize).Take(PageSize), ct), page, await found.Take(MostPages * PageSize).CountAsync(ct));
    }

    /// <summary>How many within the caller's divisions were given up.</summary>
    public Task<int> GivenUpAsync(string kind, int most, CancellationToken ct) =>
        db.Messages.Within(access).Where(m => m.State == DeliveryState.GivenUp && m.Purpose.StartsWith(kind)).Take(most).CountAsync(ct);

    /// <summary>What a message is about. Whether the caller may see that is theirs to ask.</summary>
    public Task<MessageKey?> FindAsync(Guid id, CancellationToken ct) => db.Messages.Where(m => m.Id == id).Select(m => new MessageKey(m.Subject, m.Way, m.DivisionCode)).SingleOrDefaultAsync(ct);

    /// <summary>Sends a message again that failed or was given up, as part of the running transaction. Its attempts are counted anew.</summary>
    public async Task<Result<Done>> ResendAsync(Guid id, CancellationToken ct)
    {
        var next = hours.From(clock.GetUtcNow());
        var again = await db.Messages
            .Where(m => m.Id == id && m.Address != null && (m.State == DeliveryState.GivenUp || m.State == DeliveryState.Failed))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, DeliveryState.Waiting).SetProperty(m => m.NextAt, next).SetProperty(m => m.Attempts, 0), ct);
        return again == 1 ? new Done() : NotToBeSent;
    }

    /// <summary>Withholds what has not gone out yet, as part of the running transaction: who it is for wants none.</summary>
    public Task WithholdAsync(IReadOnlyCollection<string> subjects, MessageWay? way, CancellationToken ct) =>
        db.Messages.Where(m => subjects.Contains(m.Subject) && (way == null || m.Way == way) && m.NextAt != null).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.State, DeliveryState.Withheld)
            .SetProperty(m => m.NextAt, (DateTimeOffset?)null)
            .SetProperty(m => m.Error, Sending.OptedOut), ct);

    /// <summary>Subjects of which a message that counts as notice has not gone out by a way other than <paramref name="way"/>.</summary>
    public Task<List<string>> OwedOtherwiseAsync(IReadOnlyCollection<string> subjects, MessageWay way, CancellationToken ct) =>
        db.Messages.Where(m => subjects.Contains(m.Subject) && m.Receipt && m.Way != way && m.DeliveredAt == null && m.State != DeliveryState.Withheld).Select(m => m.Subject).Distinct().ToListAsync(ct);

    /// <summary>Takes addresses and words away, masks too, as part of the running transaction; what has not gone out yet stays here.</summary>
    public Task ForgetAsync(IReadOnlyCollection<string> subjects, CancellationToken ct) =>
        db.Messages.Where(m => subjects.Contains(m.Subject)).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.Address, (byte[]?)null)
            .SetProperty(m => m.Text, (byte[]?)null)
            .SetProperty(m => m.MaskedAddress, (string?)null)
            .SetProperty(m => m.State, m => m.NextAt == null ? m.State : DeliveryState.Withheld)
            .SetProperty(m => m.NextAt, (DateTimeOffset?)null), ct);

    private async Task<List<LoggedMessage>> WithAttemptsAsync(IQueryable<QueuedMessage> messages, CancellationToken ct)
    {
        var rows = await messages.AsNoTracking().Select(m => new { m.Id, m.Way, m.MaskedAddress, m.Purpose, m.Subject, m.CreatedAt, m.State, m.NextAt, m.DeliveredAt, m.Error, Kept = m.Address != null }).ToListAsync(ct);
        if (rows.Count == 0) return [];
        var ids = rows.ConvertAll(r => r.Id);
        var attempts = (await db.DeliveryAttempts.AsNoTracking().Where(a => ids.Contains(a.MessageId)).OrderBy(a => a.Id).ToListAsync(ct)).ToLookup(a => a.MessageId);
        return rows.ConvertAll(r => new LoggedMessage(
            r.Id, r.Way, r.MaskedAddress, r.Purpose, r.Subject, r.CreatedAt, r.State, r.NextAt, r.DeliveredAt, r.Error,
            r.Kept && r.State is DeliveryState.GivenUp or DeliveryState.Failed, [.. attempts[r.Id].Select(a => new LoggedAttempt(a.At, a.Error))]));
    }
}

/// <summary>A message in the log.</summary>
/// <param name="Id">Key.</param>
/// <param name="Way">How it goes out.</param>
/// <param name="Address">To whom, masked; null once its reader was made anonymous.</param>
/// <param name="Template">Why it was sent, <c>module.what</c>.</param>
/// <param name="Subject">What it is about, <c>kind/key</c>.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="State">What became of it.</param>
/// <param name="NextAt">When it is tried next.</param>
/// <param name="DeliveredAt">When the carrier took it.</param>
/// <param name="Error">Why it failed last, or is withheld.</param>
/// <param name="CanResend">Whether a person may send it again.</param>
/// <param name="Attempts">Each time it was handed over, oldest first.</param>
public sealed record LoggedMessage(
    Guid Id, MessageWay Way, string? Address, string Template, string Subject, DateTimeOffset CreatedAt, DeliveryState State, DateTimeOffset? NextAt, DateTimeOffset? DeliveredAt, string? Error,
    bool CanResend, IReadOnlyList<LoggedAttempt> Attempts);

/// <summary>What a message is about, how it goes out, and whose business it is.</summary>
public sealed record MessageKey(string Subject, MessageWay Way, string DivisionCode);

/// <summary>One time that a message was handed to its carrier.</summary>
/// <param name="At">When.</param>
/// <param name="Error">Why the carrier did not take it; null where it did.</param>
public sealed record LoggedAttempt(DateTimeOffset At, string? Error);

/// <summary>A page of the log.</summary>
/// <param name="Items">The messages.</param>
/// <param name="Page">From 1.</param>
/// <param name="Total">How many there are, as far as pages go.</param>
public sealed record LoggedMessages(IReadOnlyList<LoggedMessage> Items, int Page, int Total);
