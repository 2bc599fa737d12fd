using Linli.Platform.Problems;

namespace Linli.Registry;

/// <summary>更正: what was said of a record was wrong. The wrong state is kept, as what was believed until now.</summary>
internal sealed record CorrectRecord : RecordFacts
{
    /// <summary>The version that the caller saw.</summary>
    public int Version { get; set; }

    /// <summary>The state that is wrong; the latest where none is named.</summary>
    public Guid? StateId { get; set; }

    /// <summary>Whether from then on it is no more; as it was said where nothing is.</summary>
    public bool? Gone { get; set; }
}

internal sealed class CorrectRecordHandler(TypeCache types, RecordContents contents, RecordVault vault, RecordWriting writing, TimeProvider clock)
{
    public async Task<Result<RecordDetails>> HandleAsync(Guid id, CorrectRecord command, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(command.Remark)) return Problem.Invalid("remark", "registry.reason-missing");
        if (!(await writing.OpenAsync(id, command.Version, types, ct)).Succeeded(out var open, out var refused)) return refused;
        var wrong = command.StateId is { } named ? open.History.States.FirstOrDefault(s => s.Id == named) : open.History.Latest;
        if (wrong is null) return Problem.NotFound;
        if (wrong.SupersededAt is not null) return RegistryErrors.CorrectedAlready;
        var known = vault.Open(wrong);
        if (!contents.Merge(open.Type, known, command).Succeeded(out var content, out var fault)) return fault;
        var (now, from, gone) = (clock.GetUtcNow(), command.ValidFrom ?? wrong.ValidFrom, command.Gone ?? wrong.Gone);
        if (from == wrong.ValidFrom && gone == wrong.Gone && content.Place == known.Place && content.Values.SameAs(known.Values)) return RegistryErrors.NothingChanges;
        wrong.SupersededAt = now;
        return await writing.SaveAsync(open, writing.StateOf(id, open.Type, content, StateKind.Corrected, command, from, now, gone, wrong.Id), ct);
    }
}
