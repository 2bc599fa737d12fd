using Linli.Addresses;
using Linli.Contracts.Addresses;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.StandardAddresses;

/// <summary>An address offered as one types, in the form that the type-ahead reads.</summary>
/// <param name="Value">Its code.</param>
/// <param name="Text">The whole address.</param>
/// <param name="Note">The division in words.</param>
/// <param name="Level">Its level.</param>
/// <param name="DivisionCode">The division that it lies in.</param>
/// <param name="Lon">Degrees east, WGS-84.</param>
/// <param name="Lat">Degrees north, WGS-84.</param>
internal sealed record AddressSuggestion(string Value, string Text, string Note, AddressLevel Level, string DivisionCode, double? Lon, double? Lat);

/// <summary>Search as one types. Who may see addresses finds them down to the rooms of the own divisions; everybody else buildings, which are no secret.</summary>
internal sealed class FindAddressesHandler(AppDb db, IAccess access, IAddresses addresses, IDivisions divisions)
{
    public const int LongestQuery = 100;

    public async Task<Result<AddressSuggestion[]>> Handle(string typed, string? division, int most, CancellationToken ct)
    {
        if (typed.Length > LongestQuery) return Problem.Invalid("q", "addresses.query-too-long");
        if (!addresses.Ready) return AddressesErrors.Loading;
        var staff = access.May(AddressesPolicies.See);
        var scope = staff ? Narrower(access.Division, division) : division ?? "";
        if (scope is null || string.IsNullOrWhiteSpace(typed)) return (AddressSuggestion[])[];
        var found = addresses.Suggest(typed, scope, most, staff ? AddressLevel.Room : AddressLevel.Building);
        var ids = found.Select(hit => hit.Id).ToList();
        var codes = await db.Addresses.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Code }).ToDictionaryAsync(a => a.Id, a => a.Code, ct);
        return found.Where(hit => codes.ContainsKey(hit.Id)).Select(hit =>
            new AddressSuggestion(codes[hit.Id], hit.Text, divisions.PathOf(hit.DivisionCode), hit.Level, hit.DivisionCode, hit.Longitude, hit.Latitude)).ToArray();
    }

    /// <summary>The narrower of two prefixes; null where neither holds the other.</summary>
    private static string? Narrower(string? scope, string? part) =>
        scope is null || string.IsNullOrEmpty(part) ? scope
        : part.StartsWith(scope, StringComparison.Ordinal) ? part
        : scope.StartsWith(part, StringComparison.Ordinal) ? scope : null;
}
