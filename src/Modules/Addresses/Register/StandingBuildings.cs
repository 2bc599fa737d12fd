using Linli.Addresses;
using Linli.Contracts.Addresses;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Time;

namespace Linli.StandardAddresses;

/// <summary>Valid buildings as a query: within their days, and all above them as well.</summary>
internal sealed class StandingBuildings(AppDb db, IAccess access, SiteTime site, TimeProvider clock) : IBuildings
{
    public IQueryable<StandardBuilding> Seen(string? under = null)
    {
        var valid = AddressRow.ValidOn(site.Date(clock.GetUtcNow()));
        var above = db.Addresses.Where(valid).Where(a => a.ParentId == null);
        foreach (var level in Levels.All.Where(level => level is > AddressLevel.Village and < AddressLevel.Building))
            above = Below(above, db.Addresses.Where(valid).Where(a => a.Level <= level));
        return Below(above, db.Addresses.Within(access, under).Where(valid).Where(a => a.Level == AddressLevel.Building))
            .Select(a => new StandardBuilding { Id = a.Id, Code = a.Code, DivisionCode = a.DivisionCode });
    }

    /// <summary>Those rows that hang below the division itself or below one of these.</summary>
    private static IQueryable<AddressRow> Below(IQueryable<AddressRow> above, IQueryable<AddressRow> rows) =>
        rows.Where(a => a.ParentId == null || above.Any(one => one.Id == a.ParentId));
}
