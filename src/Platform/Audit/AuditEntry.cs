using Linli.Platform.Access;

namespace Linli.Platform.Audit;

/// <summary>One line of the audit log. Append-only; each line carries the hash of the one before it.</summary>
public sealed class AuditEntry : IInDivision
{
    /// <summary>The chain it belongs to.</summary>
    public int Chain { get; internal set; }

    /// <summary>Its place in the chain, from 1.</summary>
    public long Position { get; internal set; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What kind of actor it was.</summary>
    public required ActorKind ActorKind { get; init; }

    /// <summary>Key of the actor.</summary>
    public required Guid? ActorId { get; init; }

    /// <summary>Shown name of the actor.</summary>
    public required string ActorName { get; init; }

    /// <summary>What was done, <c>module.act</c>.</summary>
    public required string Action { get; init; }

    /// <summary>To what, <c>kind/key</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>Where; empty when it belongs to no division.</summary>
    public required string DivisionCode { get; init; }

    /// <summary>A JSON object. Never personal data.</summary>
    public required string Details { get; init; }

    /// <summary>HMAC-SHA256 over the hash before it and all fields above.</summary>
    public byte[] Hash { get; internal set; } = [];
}
