using Linli.Platform.Access;
using Linli.Platform.Problems;

namespace Linli.Cases.DeadLetters;

/// <summary>A message of a channel that could not become a case (待修复报文): kept until somebody mends or discards it.</summary>
internal sealed class DeadLetter : IInDivision
{
    public const string PayloadPurpose = "cases.dead-letter.payload";

    public required Guid Id { get; init; }
    public required string Channel { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Where the channel's unit is, else the district: a message that is not understood has no place of its own.</summary>
    public required string DivisionCode { get; init; }

    /// <summary>The message as it came, encrypted; taken away when the letter is settled.</summary>
    public byte[]? Payload { get; private set; }

    /// <summary>Why, as JSON of a <see cref="KeptProblem"/>; holds nothing of the message.</summary>
    public required string Reason { get; init; }

    public DeadLetterState State { get; private set; } = DeadLetterState.Open;

    /// <summary>The case it became.</summary>
    public Guid? CaseId { get; private set; }
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Shown name of who settled it.</summary>
    public string? SettledBy { get; private set; }

    /// <summary>Why it was discarded.</summary>
    public string? Remark { get; private set; }
    public int Version { get; private set; } = 1;

    public string Subject => $"dead-letter/{Id}";

    /// <summary>The key under which it is filed where the message has none: replayed twice it is one case.</summary>
    public string Key => $"letter:{Id}";

    public static DeadLetter Of(Guid id, string channel, string division, byte[] payload, Problem problem, DateTimeOffset now) => new()
    {
        Id = id,
        Channel = channel,
        ReceivedAt = now,
        DivisionCode = division,
        Payload = payload,
        Reason = KeptProblem.Of(problem).Write(),
    };

    public void BecameCase(Guid caseId, Actor actor, DateTimeOffset now)
    {
        CaseId = caseId;
        Settle(DeadLetterState.Replayed, actor, now);
    }

    public void Discard(string remark, Actor actor, DateTimeOffset now)
    {
        Remark = remark;
        Settle(DeadLetterState.Discarded, actor, now);
    }

    private void Settle(DeadLetterState state, Actor actor, DateTimeOffset now) =>
        (State, SettledAt, SettledBy, Payload, Version) = (state, now, actor.Name, null, Version + 1);
}

/// <summary>How a dead letter stands.</summary>
internal enum DeadLetterState
{
    /// <summary>Waits for somebody.</summary>
    Open,

    /// <summary>Became a case.</summary>
    Replayed,

    /// <summary>Somebody said why it is none.</summary>
    Discarded,
}
