using Linli.Platform.Problems;

namespace Linli.Registry;

/// <summary>注销: from a day on it is no more (moved away, torn down, closed).</summary>
internal sealed record EndRecord : RecordFacts
{
    /// <summary>The version that the caller saw.</summary>
    public int Version { get; set; }
}

internal sealed class EndRecordHandler(TypeCache types, RecordContents contents, RecordVault vault, RecordWriting writing, TimeProvider clock)
{
    public async Task<Result<RecordDetails>> HandleAsync(Guid id, EndRecord command, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(command.Remark)) return Problem.Invalid("remark", "registry.reason-missing");
        if (!(await writing.OpenAsync(id, command.Version, types, ct)).Succeeded(out var open, out var refused)) return refused;
        if (open.Record.EndedOn is not null) return RegistryErrors.EndedAlready;
        var (now, from) = (clock.GetUtcNow(), command.ValidFrom ?? contents.Today);
        if (open.History.AsOf(from, now) is not { } before) return Problem.Invalid("validFrom", "registry.before-the-beginning");
        if (!contents.Merge(open.Type, vault.Open(before), command).Succeeded(out var content, out var wrong)) return wrong;
        return await writing.SaveAsync(open, writing.StateOf(id, open.Type, content, StateKind.Ended, command, from, now, gone: true), ct);
    }
}
