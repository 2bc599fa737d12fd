using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.CallBacks;

/// <summary>What came of a call.</summary>
internal enum CallResult
{
    Reached,
    NotReached,

    /// <summary>The reporter does not want to talk about it.</summary>
    Refused,
}

/// <summary>回访: the calls to the reporter of a case that was handled, to verify it by phone, or closed and not rated. Who was reached before the close is not called after it; who holds a call makes it, nobody else.</summary>
internal sealed class CallBack : IInDivision
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>Which closing: 0 the first.</summary>
    public required int Round { get; init; }

    /// <summary>Of the case.</summary>
    public required string DivisionCode { get; init; }
    public int Attempts { get; private set; }

    /// <summary>Who calls now, and until when nobody else does.</summary>
    public Guid? CallerId { get; private set; }
    public DateTimeOffset? HeldUntil { get; private set; }

    /// <summary>Not to be called again before.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    /// <summary>What came of the last call.</summary>
    public CallResult? Result { get; private set; }

    /// <summary>When nobody calls any more: reached, refused, or tried often enough.</summary>
    public DateTimeOffset? EndedAt { get; private set; }
    public string? CallerName { get; private set; }

    /// <summary>What the reporter said.</summary>
    public string? Words { get; private set; }
    public int Version { get; private set; } = 1;

    /// <summary>Notes a call.</summary>
    /// <param name="result">What came of it.</param>
    /// <param name="words">What the reporter said.</param>
    /// <param name="by">Who called.</param>
    /// <param name="at">When.</param>
    /// <param name="options">How often and when to try again.</param>
    public void Note(CallResult result, string? words, string by, DateTimeOffset at, CallBackOptions options)
    {
        (Attempts, Result, Words, CallerName, CallerId, HeldUntil, Version) = (Attempts + 1, result, words, by, null, null, Version + 1);
        if (result is CallResult.NotReached && Attempts < options.MostAttempts) NextAt = at + TimeSpan.FromHours(options.AgainAfterHours);
        else EndedAt = at;
    }

    /// <summary>It is not fixed, so the unit has the case again: once that is done the reporter is asked anew.</summary>
    public void Again() => (Attempts, EndedAt) = (0, null);
}

/// <summary>How reporters are called back (section <c>Linli:Cases:CallBack</c>).</summary>
internal sealed class CallBackOptions
{
    /// <summary>Days after closing within which a reporter is called.</summary>
    public int WithinDays { get; set; } = 30;

    /// <summary>How often it is tried.</summary>
    public int MostAttempts { get; set; } = 3;

    /// <summary>Hours until somebody who was not reached is called again.</summary>
    public int AgainAfterHours { get; set; } = 4;

    /// <summary>Minutes for which a case is one caller's.</summary>
    public int HeldForMinutes { get; set; } = 15;
}

/// <summary>The table of call-backs.</summary>
internal static class CallBacksDb
{
    /// <summary>Takes a case, unless it has ended or somebody else holds it: decided by the database, so that of two callers one gets it.</summary>
    private const string Take = """
        INSERT INTO cases_call_back (id, case_id, round, division_code, attempts, caller_id, held_until, version) VALUES ({0}, {1}, {2}, {3}, 0, {4}, {5}, 1)
        ON CONFLICT (case_id, round) DO UPDATE SET caller_id = excluded.caller_id, held_until = excluded.held_until, version = cases_call_back.version + 1
        WHERE cases_call_back.ended_at IS NULL AND (cases_call_back.held_until IS NULL OR cases_call_back.held_until <= {6})
          AND (cases_call_back.next_at IS NULL OR cases_call_back.next_at <= {6})
        """;

    extension(AppDb db)
    {
        public DbSet<CallBack> CallBacks => db.Set<CallBack>();

        /// <summary>Whether the caller has the case from now on.</summary>
        public async Task<bool> TakeCallAsync(Guid caseId, int round, string division, Guid caller, DateTimeOffset now, DateTimeOffset until, CancellationToken ct)
        {
            object At(DateTimeOffset at) => db.IsSqlite ? at.UtcTicks : at;
            return await db.Database.ExecuteSqlRawAsync(Take, [Guid.CreateVersion7(now), caseId, round, division, caller, At(until), At(now)], ct) == 1;
        }
    }

    public static void Configure(ModelBuilder model) => model.Entity<CallBack>(e =>
    {
        e.ToTable("cases_call_back");
        e.HasIndex(x => new { x.CaseId, x.Round }).IsUnique();
        e.HasIndex(x => x.CallerId).HasFilter("held_until IS NOT NULL");
    });
}
