using System.Text.Json;
using Linli.Platform.Access;
using Linli.Platform.Data;

namespace Linli.Platform.Audit;

/// <summary>Writes to the audit log in the transaction of the change itself.</summary>
public static class AuditLog
{
    /// <summary>Adds a line that is saved with the pending changes.</summary>
    /// <param name="db">The database whose next save carries the line.</param>
    /// <param name="access">Who acts.</param>
    /// <param name="action">What, <c>module.act</c>.</param>
    /// <param name="subject">To what, <c>kind/key</c>.</param>
    /// <param name="at">When.</param>
    /// <param name="divisionCode">Where; empty when it belongs to no division.</param>
    /// <param name="details">Facts worth keeping; never personal data.</param>
    public static void Audit(this AppDb db, IAccess access, string action, string subject, DateTimeOffset at, string divisionCode = "", object? details = null) =>
        db.Append(new AuditEntry
        {
            Chain = 0,
            Position = 0,
            At = at,
            ActorKind = access.Actor.Kind,
            ActorId = access.Actor.Id,
            ActorName = access.Actor.Name,
            Action = action,
            Subject = subject,
            DivisionCode = divisionCode,
            Details = details is null ? "{}" : JsonSerializer.Serialize(details, Texts.Json.Readable),
        });
}
