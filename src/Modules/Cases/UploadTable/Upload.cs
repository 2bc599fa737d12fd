using System.Text.Json;
using Linli.Cases.ReceiveBatch;
using Linli.Platform.Access;
using Linli.Platform.Problems;
using Linli.Platform.Tables;
using Linli.Platform.Texts;

namespace Linli.Cases.UploadTable;

/// <summary>A table of reports that somebody sent (批量导入): first looked at and mapped, then confirmed and filed in the background.</summary>
internal sealed class Upload : IInDivision
{
    public const string ContentPurpose = "cases.upload.content";

    public required Guid Id { get; init; }
    public required string Channel { get; init; }
    public required string FileName { get; init; }

    /// <summary>The scope of who sent it; the cases may lie elsewhere.</summary>
    public required string DivisionCode { get; init; }
    public required Guid? ActorId { get; init; }
    public required string ActorName { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The table as JSON of an <see cref="UploadedTable"/>, encrypted; names and numbers of people stand in it.</summary>
    public required byte[] Content { get; init; }

    /// <summary>How many rows it has.</summary>
    public required int Rows { get; init; }

    /// <summary>Columns by field, as JSON.</summary>
    public required string Columns { get; set; }

    public UploadState State { get; private set; } = UploadState.Mapping;
    public int Taken { get; private set; }
    public int Existing { get; private set; }

    /// <summary>What was refused, as JSON of an array of <see cref="RefusedRow"/>; holds nothing of the table.</summary>
    public string Refusals { get; private set; } = "[]";
    public int Refused { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public int Version { get; set; } = 1;

    public string Subject => $"upload/{Id}";

    /// <summary>How many rows are through.</summary>
    public int Through => Taken + Existing + Refused;

    public IReadOnlyDictionary<string, string> Mapping() => JsonSerializer.Deserialize<Dictionary<string, string>>(Columns, Json.Readable)!;

    public IReadOnlyList<RefusedRow> RefusedRows() => JsonSerializer.Deserialize<List<RefusedRow>>(Refusals, Json.Readable)!;

    /// <summary>The key of a row that has none: the same row of the same upload is filed once.</summary>
    public string KeyOf(int row) => $"upload:{Id}:{row + UploadedTable.FirstLine}";

    /// <summary>Somebody looked at it and wants it filed.</summary>
    public void Confirm() => (State, Version) = (UploadState.Filing, Version + 1);

    /// <summary>Notes what became of the next rows.</summary>
    public void Note(IReadOnlyList<BatchOutcome> outcomes, DateTimeOffset now)
    {
        var first = Through;
        var refused = outcomes.Index().Where(o => o.Item.Problem is not null).Select(o => new RefusedRow(first + o.Index + UploadedTable.FirstLine, KeptProblem.Of(o.Item.Problem!))).ToList();
        Refusals = JsonSerializer.Serialize(RefusedRows().Concat(refused), Json.Readable);
        Taken += outcomes.Count(o => o.Outcome is BatchOutcomeKind.Created);
        Existing += outcomes.Count(o => o.Outcome is BatchOutcomeKind.Existing);
        Refused += refused.Count;
        Version++;
        if (Through >= Rows) (State, EndedAt) = (UploadState.Done, now);
    }
}

/// <summary>How far an upload is.</summary>
internal enum UploadState
{
    /// <summary>Columns are being named and rows looked at.</summary>
    Mapping,

    /// <summary>Confirmed; rows are being filed.</summary>
    Filing,

    /// <summary>All rows are through.</summary>
    Done,
}

/// <summary>A row that was refused, and why.</summary>
/// <param name="Line">Its line in the file, the header being 1.</param>
/// <param name="Reason">Why.</param>
internal sealed record RefusedRow(int Line, KeptProblem Reason);
