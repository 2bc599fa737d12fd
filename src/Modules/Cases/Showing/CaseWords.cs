using Linli.Cases.Channels;
using Linli.Cases.Intake;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Microsoft.Extensions.Localization;

namespace Linli.Cases.Showing;

/// <summary>Names for what a case holds as codes, in the reader's language.</summary>
internal sealed class CaseWords(IStringLocalizer<CasesModule> text, IUnits units, IDivisions divisions, TaxonomySnapshot taxonomy, ChannelRegister channels)
{
    public string Status(CaseStatus status) => text[$"status.{status}"];

    public string Action(CaseAction action) => text[$"action.{action}"];

    public string Channel(string code) => channels.NameOf(code);

    /// <summary>All channels, in order of kind and code.</summary>
    public IReadOnlyList<Channel> Channels => channels.All;

    public string Level(int level) => text[$"level.{level}"];

    public string Division(string code) => divisions.PathOf(code);

    public string? Unit(Guid? id) => id is { } key ? units.Find(key)?.Name : null;

    /// <summary>The leaf with the branch it hangs on.</summary>
    public string Category(string? code)
    {
        if (code is null) return text["Desk.NoCategory"];
        var path = taxonomy.PathTo(code);
        return path.Count > 1 ? $"{taxonomy.NameOf(path[^2].Code)} / {taxonomy.NameOf(code)}" : taxonomy.NameOf(code);
    }

    /// <summary>What spoke for a choice: words of the text, an entry of the list, cases of the past.</summary>
    public string Because(DecisionKind kind, Choice choice) => (kind, choice.Evidence) switch
    {
        (DecisionKind.Unit, [var category, var division]) => text["Reason.Entry", Category(category), Division(division)],
        (DecisionKind.Unit, [var alike, var cases, var settled]) => text["Reason.Precedent", text[$"alike.{alike}"], cases, settled],
        (DecisionKind.Place, [var place, var cases, var here]) => text["Reason.PlacePrecedent", place, cases, here],
        (_, var evidence) => string.Join(text["Desk.Enumeration"], evidence),
    };

    /// <summary>The name of what an automatic decision chose.</summary>
    public string Name(DecisionKind kind, string code) => kind switch
    {
        DecisionKind.Category => Category(code),
        DecisionKind.Place => Division(code),
        _ => Guid.TryParse(code, out var unit) ? Unit(unit) ?? code : code,
    };

    public string Leaf(string code) => taxonomy.NameOf(code);
}

/// <summary>Makes <see cref="CaseWords"/> of the taxonomy as it stands.</summary>
internal sealed class CaseLexicon(IStringLocalizer<CasesModule> text, IUnits units, IDivisions divisions, TaxonomyCache taxonomy, ChannelCache channels)
{
    public async ValueTask<CaseWords> ReadAsync(CancellationToken ct) => new(text, units, divisions, await taxonomy.GetAsync(ct), await channels.GetAsync(ct));
}
