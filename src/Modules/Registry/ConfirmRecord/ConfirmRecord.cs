using System.ComponentModel.DataAnnotations;
using Linli.Platform.Problems;
using Linli.Platform.Web;

namespace Linli.Registry;

/// <summary>核实: somebody looked, and all is still as it is said.</summary>
internal sealed record ConfirmRecord : ICommand
{
    /// <summary>The version that the caller saw.</summary>
    public int Version { get; set; }

    /// <summary>How it is known.</summary>
    [Required(ErrorMessage = "registry.source-missing")] public RecordSource? Source { get; set; }

    [StringLength(500, ErrorMessage = "registry.too-long")] public string? Remark { get; set; }
}

internal sealed class ConfirmRecordHandler(TypeCache types, RecordContents contents, RecordVault vault, RecordWriting writing, TimeProvider clock)
{
    public async Task<Result<RecordDetails>> HandleAsync(Guid id, ConfirmRecord command, CancellationToken ct)
    {
        if (!(await writing.OpenAsync(id, command.Version, types, ct)).Succeeded(out var open, out var refused)) return refused;
        if (open.Record.EndedOn is not null) return RegistryErrors.EndedAlready;
        var said = new ChangeRecord { Source = command.Source, Remark = command.Remark };
        return await writing.SaveAsync(open, writing.StateOf(id, open.Type, vault.Open(open.History.Latest), StateKind.Confirmed, said, contents.Today, clock.GetUtcNow()), ct);
    }
}
