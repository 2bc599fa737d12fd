using Linli.Platform.Access;

namespace Linli.Cases.OfficialLetters;

/// <summary>What a letter to a unit is for.</summary>
internal enum LetterKind
{
    /// <summary>提醒函: a written notice before a matter grows.</summary>
    Reminder,

    /// <summary>督办函: what must be settled by when.</summary>
    Supervision,

    /// <summary>问责函: what was neglected, and that somebody must answer for it.</summary>
    Accountability,
}

/// <summary>函件: a numbered letter to a unit about a case. The document is as it was issued, whatever becomes of the template.</summary>
internal sealed class OfficialLetter : IInDivision
{
    public required Guid Id { get; init; }
    public required LetterKind Kind { get; init; }

    /// <summary>By kind and year, from 1 without gaps.</summary>
    public required int Year { get; init; }
    public required int Sequence { get; init; }

    /// <summary>Year and sequence as the place writes them.</summary>
    public required string Number { get; init; }
    public required Guid CaseId { get; init; }
    public required string CaseNumber { get; init; }

    /// <summary>Of the case.</summary>
    public required string DivisionCode { get; init; }

    /// <summary>The unit it is addressed to.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>What it says beyond the facts of the case.</summary>
    public required string Words { get; init; }

    /// <summary>The last day on which the unit is to answer.</summary>
    public required DateOnly ReplyBy { get; init; }
    public required DateTimeOffset IssuedAt { get; init; }
    public required string IssuerName { get; init; }

    /// <summary>The document in the store of files.</summary>
    public required string Hash { get; init; }
    public required long Length { get; init; }

    /// <summary>签收: when somebody of the unit said that they have it.</summary>
    public DateTimeOffset? SeenAt { get; private set; }
    public string? SeenBy { get; private set; }
    public DateTimeOffset? RepliedAt { get; private set; }
    public string? RepliedBy { get; private set; }
    public string? Reply { get; private set; }
    public int Version { get; private set; } = 1;

    public string Subject => $"letter/{Id}";

    public void See(string by, DateTimeOffset at) => (SeenAt, SeenBy, Version) = (at, by, Version + 1);

    /// <summary>Answering is having it.</summary>
    public void Answer(string reply, string by, DateTimeOffset at) =>
        (Reply, RepliedAt, RepliedBy, SeenAt, SeenBy, Version) = (reply, at, by, SeenAt ?? at, SeenBy ?? by, Version + 1);
}

/// <summary>How far the numbers of a kind and year are given out.</summary>
internal sealed class LetterNumber
{
    public required LetterKind Kind { get; init; }
    public required int Year { get; init; }
    public required int Last { get; init; }
}
