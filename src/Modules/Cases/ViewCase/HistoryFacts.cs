using System.Text.Json;
using Linli.Cases.History;
using Linli.Cases.Showing;
using Microsoft.Extensions.Localization;

namespace Linli.Cases.ViewCase;

/// <summary>The facts that an entry changed, as “from → to”.</summary>
internal static class HistoryFacts
{
    public static string? InWords(HistoryEntry entry, IStringLocalizer text, CaseWords words)
    {
        if (entry.Facts is null || entry.Action is not (CaseAction.Reclassify or CaseAction.Relocate)) return null;
        using var facts = JsonDocument.Parse(entry.Facts);
        if (!facts.RootElement.TryGetProperty("from", out var from) || !facts.RootElement.TryGetProperty("to", out var to) || to.ValueKind is not JsonValueKind.Object) return null;
        return string.Join("\n", to.EnumerateObject()
            .Select(fact => (fact.Name, From: Said(fact.Name, from, words), To: Said(fact.Name, to, words)))
            .Where(fact => fact.From != fact.To)
            .Select(fact => text["Desk.FactChanged", text[$"fact.{fact.Name}"], fact.From, fact.To].Value));
    }

    private static string Said(string name, JsonElement side, CaseWords words)
    {
        var value = side.ValueKind is JsonValueKind.Object && side.TryGetProperty(name, out var found) ? found.GetString() : null;
        return (name, value) switch
        {
            (_, null) => "—",
            ("category", { } code) => words.Category(code),
            ("division", { } code) => words.Division(code),
            (_, { } said) => said,
        };
    }
}
