using Linli.Contracts.Identity;
using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary>Somebody in the team of a grid, as shown.</summary>
/// <param name="Id">Key.</param>
/// <param name="Grid">The grid's code.</param>
/// <param name="Role">What they are there.</param>
/// <param name="AccountId">The account of a worker or stand-in.</param>
/// <param name="Name">Name.</param>
/// <param name="Phone">Masked, e.g. <c>138****1234</c>; null without one.</param>
/// <param name="Hours">When they are on duty.</param>
/// <param name="Since">First day.</param>
/// <param name="Until">First day on which they were not of the team any more.</param>
/// <param name="AwayUntil">Last day of an absence that lasts.</param>
/// <param name="Serves">Whether the grid is in their hands today.</param>
/// <param name="Version">To change it with.</param>
internal sealed record TeamLine(
    Guid Id, string Grid, TeamRole Role, Guid? AccountId, string Name, string? Phone, string? Hours, DateOnly Since, DateOnly? Until, DateOnly? AwayUntil, bool Serves, int Version);

/// <summary>Reads teams with the names of accounts, masked phones and who serves today.</summary>
internal sealed class TeamReader(AppDb db, IStaff staff, FieldCipher cipher, SiteTime site, TimeProvider clock)
{
    public DateOnly Today => site.Date(clock.GetUtcNow());

    /// <summary>The teams of today in the order of 1+2+3+N, by grid.</summary>
    public async Task<ILookup<string, TeamLine>> ReadAsync(IQueryable<TeamMember> members, CancellationToken ct) =>
        (await LinesAsync(members.On(Today), ct)).ToLookup(line => line.Grid, StringComparer.Ordinal);

    /// <summary>Who was of a team once, the latest first.</summary>
    public async Task<IReadOnlyList<TeamLine>> FormerAsync(IQueryable<TeamMember> members, CancellationToken ct)
    {
        var today = Today;
        return [.. (await LinesAsync(members.Where(m => m.Until != null && m.Until <= today), ct)).OrderByDescending(line => line.Until)];
    }

    private async Task<IEnumerable<TeamLine>> LinesAsync(IQueryable<TeamMember> members, CancellationToken ct)
    {
        var (rows, today) = (await members.AsNoTracking().ToListAsync(ct), Today);
        var accounts = rows.Select(m => m.AccountId).OfType<Guid>().Distinct().ToList();
        var (names, away) = (await staff.NamesAsync(accounts, ct), await db.AwayAsync(accounts, today, ct));
        var serving = rows.Where(m => m.Until is null || m.Until > today).GroupBy(m => m.DivisionCode, StringComparer.Ordinal).SelectMany(team => Serving.Of(team, away.Keys.ToHashSet())).Select(m => m.Id).ToHashSet();
        return rows.OrderBy(m => m.Role).ThenBy(m => m.Since).ThenBy(m => m.Id).Select(m => new TeamLine(
            m.Id, m.DivisionCode, m.Role, m.AccountId,
            m.AccountId is { } account ? names.GetValueOrDefault(account, "") : m.Name ?? "",
            m.Phone is { } phone ? Masking.Phone(cipher.Unprotect(phone, TeamMember.PhonePurpose)) : null,
            m.Hours, m.Since, m.Until,
            m.AccountId is { } absent && away.TryGetValue(absent, out var last) ? last : null,
            serving.Contains(m.Id), m.Version));
    }
}
