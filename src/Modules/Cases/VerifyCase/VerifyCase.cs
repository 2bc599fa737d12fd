using System.ComponentModel.DataAnnotations;
using Linli.Platform.Data;
using Linli.Platform.Problems;

namespace Linli.Cases.VerifyCase;

/// <summary>核查: somebody other than the handler confirms that it is fixed, or sends it back.</summary>
internal sealed record VerifyCase : CaseCommand
{
    public bool Passed { get; set; }

    /// <summary>On site unless said otherwise.</summary>
    [EnumDataType(typeof(VerifiedHow), ErrorMessage = "cases.unknown-how")] public VerifiedHow How { get; set; }
}

/// <summary>How it was confirmed.</summary>
internal enum VerifiedHow
{
    /// <summary>现场</summary>
    OnSite,

    /// <summary>电话</summary>
    Phone,
}

internal sealed class VerifyCaseHandler(CaseWork work, AppDb db)
{
    public async Task<Result<CaseState>> HandleAsync(Guid id, VerifyCase command, CancellationToken ct)
    {
        if (!command.Passed && string.IsNullOrWhiteSpace(command.Remark)) return Problem.Invalid("remark", "cases.remark-missing");
        return await work.DoAsync(
            id, command.Version, command.Passed ? CaseAction.Verify : CaseAction.FailVerification, remark: command.Remark, facts: _ => new { command.How },
            then: (found, _) =>
            {
                if (!command.Passed) db.Add(Assignment.Lead(found, work.Now));   // what the unit did before stays handled
                return Task.CompletedTask;
            },
            ct: ct);
    }
}
