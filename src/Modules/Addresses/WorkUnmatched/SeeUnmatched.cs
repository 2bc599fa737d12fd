using Linli.Addresses;
using Linli.Contracts.Addresses;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.StandardAddresses;

/// <summary>A text of the queue.</summary>
/// <param name="Text">What was written, as far as it is an address.</param>
/// <param name="Source">Where it was written last, e.g. <c>cases/web</c>.</param>
/// <param name="Times">How often it came.</param>
/// <param name="Division">Where it should be, in words.</param>
/// <param name="AddressCode">Code of the address that was found or made for it.</param>
internal sealed record UnmatchedItem(
    Guid Id, string Text, string Source, int Times, string DivisionCode, string Division, DateTimeOffset FirstAt, DateTimeOffset LastAt,
    UnmatchedState State, string? AddressCode, string? Reason, DateTimeOffset? SettledAt, string? SettledBy, int Version);

/// <summary>A page of the queue.</summary>
/// <param name="Items">Those of this page, the most frequent first.</param>
/// <param name="Counts">How many there are in each state.</param>
internal sealed record UnmatchedList(IReadOnlyList<UnmatchedItem> Items, IReadOnlyDictionary<UnmatchedState, int> Counts)
{
    public const int PageSize = 50;

    /// <summary>A state as it stands in an address; those that wait where it is none.</summary>
    public static UnmatchedState StateOf(string? written) => Enum.TryParse<UnmatchedState>(written, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : UnmatchedState.Open;
}

/// <summary>A text of the queue with the addresses that it may mean.</summary>
/// <param name="Item">The text.</param>
/// <param name="Name">The name that it begins with: 老粮站宿舍; null where it has none.</param>
/// <param name="Candidates">Known addresses that are like it, best first.</param>
internal sealed record UnmatchedDetail(UnmatchedItem Item, string? Name, IReadOnlyList<AddressCandidateFound> Candidates);

/// <summary>Reads the queue of the caller's divisions.</summary>
internal sealed class SeeUnmatchedHandler(AppDb db, IAccess access, IDivisions divisions, IAddresses addresses, MatchAddressesHandler matching)
{
    public async Task<UnmatchedList> List(UnmatchedState state, int page, CancellationToken ct)
    {
        var mine = db.UnmatchedTexts.AsNoTracking().Within(access);
        var counts = await mine.GroupBy(u => u.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var shown = mine.Where(u => u.State == state).OrderByDescending(u => u.Times).ThenByDescending(u => u.LastAt)
            .Skip((Math.Clamp(page, 1, 10_000) - 1) * UnmatchedList.PageSize).Take(UnmatchedList.PageSize);
        return new(await ItemsAsync(shown, ct), Enum.GetValues<UnmatchedState>().ToDictionary(each => each, each => counts.GetValueOrDefault(each)));
    }

    public async Task<UnmatchedDetail?> Find(Guid id, CancellationToken ct)
    {
        if (await ItemsAsync(db.UnmatchedTexts.AsNoTracking().Within(access).Where(u => u.Id == id), ct) is not [var item]) return null;
        var like = addresses.Ready && (await matching.Handle(new() { Texts = [item.Text] }, ct)).Succeeded(out var matched, out _) ? matched[0].Candidates : [];
        return new(item, NameOf(item.Text), like);
    }

    /// <summary>The name that a text would be known by: of its estate, else of its road or village.</summary>
    public static string? NameOf(string text) => AddressParser.Parse(text).Parts is var parts
        ? (parts.FirstOrDefault(part => part.Level is AddressLevel.Estate) ?? parts.FirstOrDefault(part => part.Level is AddressLevel.Road or AddressLevel.Village))?.Value : null;

    private async Task<IReadOnlyList<UnmatchedItem>> ItemsAsync(IQueryable<UnmatchedText> texts, CancellationToken ct)
    {
        var known = db.Addresses;
        var rows = await texts.Select(u => new { Text = u, Code = known.Where(a => a.Id == u.AddressId).Select(a => a.Code).FirstOrDefault() }).ToListAsync(ct);
        return rows.ConvertAll(row => new UnmatchedItem(row.Text.Id, row.Text.Text, row.Text.Source, row.Text.Times, row.Text.DivisionCode, divisions.PathOf(row.Text.DivisionCode),
            row.Text.FirstAt, row.Text.LastAt, row.Text.State, row.Code, row.Text.Reason, row.Text.SettledAt, row.Text.SettledBy, row.Text.Version));
    }
}
