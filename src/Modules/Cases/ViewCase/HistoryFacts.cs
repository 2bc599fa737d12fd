using System.Globalization;
using System.Text.Json;
using Linli.Cases.History;
using Linli.Cases.Showing;
using Linli.Platform.Time;
using Linli.Worktime;
using Microsoft.Extensions.Localization;

namespace Linli.Cases.ViewCase;

/// <summary>The facts that an entry changed, as “from → to”.</summary>
internal static class HistoryFacts
{
    /// <summary>Facts whose values are words of ours.</summary>
    private static readonly string[] Worded = ["callResult", "satisfied", "how"];

    public static string? InWords(HistoryEntry entry, IStringLocalizer text, CaseWords words, SiteTime site)
    {
        if (entry.Facts is null) return null;
        using var facts = JsonDocument.Parse(entry.Facts);
        return entry.Action switch
        {
            CaseAction.Reclassify or CaseAction.Relocate or CaseAction.Pass or CaseAction.Regrade => Changed(facts, text, words),
            CaseAction.Receive or CaseAction.Split or CaseAction.Consult or CaseAction.AskSuspension or CaseAction.AskExtension or CaseAction.Return or CaseAction.Coordinate or CaseAction.Assist or CaseAction.FinishPart or CaseAction.Rule or CaseAction.Merge or CaseAction.TakeIn or CaseAction.Unmerge or CaseAction.LetGo or CaseAction.Supervise or CaseAction.IssueLetter or CaseAction.CallBack or CaseAction.Verify or CaseAction.FailVerification => Added(facts, text, site),
            _ => null,
        };
    }

    private static string? Changed(JsonDocument facts, IStringLocalizer text, CaseWords words)
    {
        if (!facts.RootElement.TryGetProperty("from", out var from) || !facts.RootElement.TryGetProperty("to", out var to) || to.ValueKind is not JsonValueKind.Object) return null;
        return string.Join("\n", to.EnumerateObject()
            .Select(fact => (fact.Name, From: Said(fact.Name, from, words), To: Said(fact.Name, to, words)))
            .Where(fact => fact.From != fact.To)
            .Select(fact => text["Desk.FactChanged", text[$"fact.{fact.Name}"], fact.From, fact.To].Value));
    }

    /// <summary>What an act brought with it: a unit proposed, units called, an instant, a limit.</summary>
    private static string? Added(JsonDocument facts, IStringLocalizer text, SiteTime site)
    {
        if (!facts.RootElement.TryGetProperty("to", out var to) || to.ValueKind is not JsonValueKind.Object) return null;
        return string.Join("\n", to.EnumerateObject().Where(fact => fact.Value.ValueKind is not JsonValueKind.Null)
            .Select(fact => text["Desk.Fact", text[$"fact.{fact.Name}"], Worded.Contains(fact.Name) ? text[$"{fact.Name}.{fact.Value}"] : InWords(fact.Value, text, site)].Value));
    }

    private static string InWords(JsonElement value, IStringLocalizer text, SiteTime site) =>
        value.ValueKind is JsonValueKind.Array ? string.Join(text["Desk.Enumeration"], value.EnumerateArray().Select(v => v.GetString()))
        : DateOnly.TryParseExact(value.GetString(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? value.GetString()!
        : value.TryGetDateTimeOffset(out var instant) ? site.Long(instant)
        : Limit.TryParse(value.GetString(), out var limit) ? limit.InWords(CultureInfo.CurrentUICulture.Name)
        : value.GetString()!;

    private static string Said(string name, JsonElement side, CaseWords words)
    {
        var value = side.ValueKind is JsonValueKind.Object && side.TryGetProperty(name, out var found) ? found.GetString() : null;
        return (name, value) switch
        {
            (_, null) => "—",
            ("category", { } code) => words.Category(code),
            ("division", { } code) => words.Division(code),
            ("level", { } level) => words.Level(int.Parse(level, CultureInfo.InvariantCulture)),
            (_, { } said) => said,
        };
    }
}
