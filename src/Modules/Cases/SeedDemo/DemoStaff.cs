using Linli.Contracts.Grids;
using Linli.Contracts.Identity;
using Linli.Demo;
using Linli.Platform.Access;

namespace Linli.Cases.SeedDemo;

/// <summary>The demo's accounts as actors of the past, by user name.</summary>
internal sealed class DemoStaff
{
    private readonly Dictionary<string, Actor> actors;

    private DemoStaff(Dictionary<string, Actor> actors) => this.actors = actors;

    /// <summary>Finds the accounts by unit and name, for contracts know no user names.</summary>
    public static async Task<DemoStaff> FindAsync(DemoDistrict district, IUnits units, IStaff staff, CancellationToken ct)
    {
        var actors = new Dictionary<string, Actor>();
        foreach (var group in district.Accounts.GroupBy(a => a.UnitCode))
        {
            var members = units.FindByCode(group.Key) is { } unit ? await staff.OfUnitAsync(unit.Id, ct) : [];
            foreach (var account in group)
                actors[account.UserName] = new(ActorKind.Staff, members.FirstOrDefault(m => m.Name == account.DisplayName)?.Id, account.DisplayName);
        }
        return new(actors);
    }

    /// <summary>The account; the reporter where a story names nobody.</summary>
    public Actor Of(string? userName) => userName is null ? Reporting.Stranger : actors[userName];
}
