using System.Text.Json;
using Linli.Platform.Access;
using Linli.Platform.Live;
using Linli.Platform.Texts;

namespace Linli.Registry;

/// <summary>A table of records that somebody sent (批量导入): looked at and mapped, then confirmed and taken in, and taken back where that was a mistake.</summary>
internal sealed class RecordImport : IInDivision
{
    public required Guid Id { get; init; }
    public required string TypeCode { get; init; }
    public required string FileName { get; init; }

    /// <summary>The scope of who sent it; every row lies within it.</summary>
    public required string DivisionCode { get; init; }
    public required Guid? ActorId { get; init; }
    public required string ActorName { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Names of the columns, as JSON.</summary>
    public required string Header { get; init; }

    /// <summary>How many rows it has.</summary>
    public required int Rows { get; init; }

    /// <summary>Columns by <see cref="ImportTarget"/>, as JSON.</summary>
    public required string Columns { get; set; }

    /// <summary>The field by whose value a record that is there already is changed instead of added again; null where all rows are new.</summary>
    public required string? KeyField { get; set; }

    public ImportState State { get; private set; } = ImportState.Checking;

    /// <summary>How many rows are through in this state.</summary>
    public int Through { get; private set; }

    /// <summary>How many rows would be, or were, added; the same for what follows.</summary>
    public int Added { get; private set; }
    public int Changed { get; private set; }
    public int Same { get; private set; }
    public int Refused { get; private set; }

    /// <summary>How many records could not be taken back.</summary>
    public int Kept { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public int Version { get; private set; } = 1;

    public string Subject => $"import/{Id}";

    /// <summary>Whether the program is busy with it.</summary>
    public bool Runs => State is ImportState.Checking or ImportState.Loading or ImportState.Undoing;

    public LiveChange Change => new(Topic(Id), DivisionCode, null, Id);

    public static string Topic(Guid id) => $"registry-import-{id}";

    public IReadOnlyList<string> Names() => JsonSerializer.Deserialize<List<string>>(Header, Json.Readable)!;

    public IReadOnlyDictionary<string, string> Mapping() => JsonSerializer.Deserialize<Dictionary<string, string>>(Columns, Json.Readable)!;

    /// <summary>Begins something; what was counted for another purpose is forgotten.</summary>
    public void Begin(ImportState state)
    {
        (State, Through, EndedAt, Version) = (state, 0, null, Version + 1);
        if (state is not ImportState.Undoing) (Added, Changed, Same, Refused) = (0, 0, 0, 0);
    }

    /// <summary>Notes what became, or would become, of the next rows.</summary>
    public void Note(IReadOnlyCollection<ImportRow> rows, DateTimeOffset now)
    {
        Added += rows.Count(r => r.Outcome is RowOutcome.Added);
        Changed += rows.Count(r => r.Outcome is RowOutcome.Changed);
        Same += rows.Count(r => r.Outcome is RowOutcome.Same);
        Refused += rows.Count(r => r.Outcome is RowOutcome.Refused);
        Pass(rows.Count, State is ImportState.Checking ? ImportState.Ready : ImportState.Done, now);
    }

    /// <summary>Notes that the next rows were taken back, but for some.</summary>
    public void NoteUndone(int rows, int kept, DateTimeOffset now)
    {
        Kept += kept;
        Pass(rows, ImportState.Undone, now);
    }

    private void Pass(int rows, ImportState then, DateTimeOffset now)
    {
        (Through, Version) = (Through + rows, Version + 1);
        if (Through >= Rows) (State, EndedAt) = (then, now);
    }
}

/// <summary>How far an import is.</summary>
internal enum ImportState
{
    /// <summary>Rows are being looked at.</summary>
    Checking,

    /// <summary>Waits for somebody to correct the columns or to confirm.</summary>
    Ready,

    /// <summary>Confirmed; rows are being taken in.</summary>
    Loading,

    /// <summary>All rows are through.</summary>
    Done,

    /// <summary>Being taken back.</summary>
    Undoing,

    /// <summary>Taken back, but for what was changed or looked at since.</summary>
    Undone,
}

/// <summary>Which import.</summary>
internal sealed record ImportKey(Guid Id);
