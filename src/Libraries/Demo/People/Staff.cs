namespace Linli.Demo;

/// <summary>The 80 accounts: every unit that leads has a handler, every street a clerk, every community a grid worker.</summary>
internal static class Staff
{
    public static List<DemoAccount> Hire(int seed, Land land, Offices offices, Names names)
    {
        var dice = Dice.For(seed, Draw.People, 1);
        var accounts = new List<DemoAccount>();
        void Add(DemoUnit unit, string division, string role)
        {
            var (person, number) = (names.Person(ref dice), accounts.Count + 1);
            accounts.Add(new($"{names.Pinyin(person)}{number:00}", person, unit.Code, division, role, Names.StaffPhone(number)));
        }

        var centre = offices.Units[0];
        foreach (var (role, count) in new[] { (DemoRole.Admin, 2), (DemoRole.DistrictClerk, 4), (DemoRole.Counter, 2),
            (DemoRole.Supervisor, 3), (DemoRole.Viewer, 2) })
            for (var i = 0; i < count; i++) Add(centre, Land.District, role);
        foreach (var unit in offices.Units.Where(u => u != centre))
            Add(unit, unit.DivisionCode, unit.Kind == "dispatch-centre" ? DemoRole.StreetClerk : DemoRole.Handler);
        foreach (var community in land.Communities)
            Add(offices["@街道办", community.ParentCode!], community.Code, DemoRole.GridWorker);
        return accounts;
    }
}
