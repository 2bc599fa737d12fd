using Linli.Platform.Problems;

namespace Linli.Registry;

/// <summary>变更: something of a record is another from a day on. What ended before is there again.</summary>
internal sealed record ChangeRecord : RecordFacts
{
    /// <summary>The version that the caller saw.</summary>
    public int Version { get; set; }
}

internal sealed class ChangeRecordHandler(TypeCache types, RecordContents contents, RecordWriting writing, TimeProvider clock)
{
    public async Task<Result<RecordDetails>> HandleAsync(Guid id, ChangeRecord command, CancellationToken ct)
    {
        if (!(await writing.OpenAsync(id, command.Version, types, ct)).Succeeded(out var open, out var refused)) return refused;
        var now = clock.GetUtcNow();
        if (!contents.Change(open.Type, open.History, command, now).Succeeded(out var content, out var wrong)) return wrong;
        return await writing.SaveAsync(open, writing.StateOf(id, open.Type, content, StateKind.Changed, command, command.ValidFrom ?? contents.Today, now), ct);
    }
}
