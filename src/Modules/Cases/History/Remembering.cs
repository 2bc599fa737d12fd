using System.Text.Json;
using Linli.Contracts.Cases;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Events;
using Linli.Platform.Texts;

namespace Linli.Cases.History;

/// <summary>What every change of a case leaves behind, saved with it: history, audit and an event.</summary>
internal static class Remembering
{
    /// <summary>Adds history, audit and event of a change that was just made to <paramref name="changed"/>.</summary>
    /// <returns>The history entry, which attachments refer to.</returns>
    public static HistoryEntry Remember(this AppDb db, Case changed, CaseAction action, IAccess access, DateTimeOffset at, string? remark = null, object? facts = null, bool forReporter = false)
    {
        var entry = db.Note(changed, action, access, at, remark, facts, forReporter);
        var word = JsonNamingPolicy.CamelCase.ConvertName(action.ToString());
        db.Audit(access, "cases." + word, $"case/{changed.Id}", at, changed.DivisionCode, new { changed.Number, changed.Status, changed.Version });
        db.Publish(new CaseMoved(changed.Id, changed.Number, word, JsonNamingPolicy.CamelCase.ConvertName(changed.Status.ToString()), changed.DivisionCode, changed.UnitId, changed.Version, at), at);
        return entry;
    }

    /// <summary>Adds a line of history alone, for what happens within a larger change.</summary>
    public static HistoryEntry Note(this AppDb db, Case changed, CaseAction action, IAccess access, DateTimeOffset at, string? remark = null, object? facts = null, bool forReporter = false)
    {
        var entry = HistoryEntry.Of(changed, action, access.Actor, at, remark, facts is null ? null : JsonSerializer.Serialize(facts, Json.Readable), forReporter);
        db.Append(entry);
        return entry;
    }
}
