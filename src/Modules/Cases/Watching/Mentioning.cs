using System.Text.RegularExpressions;
using Linli.Cases.History;
using Linli.Contracts.Grids;
using Linli.Contracts.Identity;
using Linli.Platform.Access;
using Linli.Platform.Data;

namespace Linli.Cases.Watching;

/// <summary>Tells those whose names stand behind an @ in what was written, as far as they see the case. Chinese goes on without a space, so the longest name counts.</summary>
internal sealed partial class Mentioning(AppDb db, IAccess access, IStaff staff, IGridTeams teams)
{
    private const int Shortest = 2, Most = 10;

    /// <summary>Adds a mention for each, saved with the entry that names them.</summary>
    public async Task TellAsync(Case found, HistoryEntry entry, CancellationToken ct)
    {
        if (entry.Remark is null || Called().Matches(entry.Remark) is not { Count: > 0 } calls) return;
        var words = calls.Take(Most).Select(call => call.Groups[1].Value).ToList();
        var named = await staff.NamedAsync([.. words.SelectMany(Beginnings).Distinct()], CasesPolicies.See, ct);
        if (named.Count == 0) return;
        var serving = await teams.ServingAsync(found.DivisionCode, ct);
        foreach (var one in words.SelectMany(word => Meant(word, named)).DistinctBy(c => c.Id).Where(c => c.Id != access.Actor.Id && Sees(c, found, serving)))
            db.Append(new Mention { Id = Guid.CreateVersion7(entry.At), CaseId = found.Id, EntryId = entry.Id, AccountId = one.Id, At = entry.At });
    }

    /// <summary>As <c>Seen</c> would have it, for somebody who is not here.</summary>
    /// <param name="one">Somebody.</param>
    /// <param name="found">The case.</param>
    /// <param name="serving">Who serves its grid today.</param>
    public static bool Sees(Colleague one, Case found, IReadOnlySet<Guid> serving) => (found.DivisionCode.StartsWith(one.DivisionCode, StringComparison.Ordinal) || serving.Contains(one.Id))
        && (!one.OwnUnitOnly || (one.UnitId is { } unit && ((found.UnitId == unit && found.DispatchedAt is not null) || found.OpenParts.Any(p => p.UnitId == unit))));

    private static IEnumerable<string> Beginnings(string word) => Enumerable.Range(Shortest, word.Length - Shortest + 1).Select(length => word[..length]);

    private static IEnumerable<Colleague> Meant(string word, IReadOnlyList<Colleague> named) => Beginnings(word).Reverse()
        .Select(name => named.Where(c => c.Name == name || c.UserName.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList()).FirstOrDefault(found => found.Count > 0) ?? [];

    [GeneratedRegex(@"[@＠]([\p{L}\p{N}._-]{2,20})", RegexOptions.NonBacktracking)]
    private static partial Regex Called();
}
