namespace Linli.Demo;

/// <summary>The teams of the grids: a secretary each, forces that serve a whole community, and a few volunteers.</summary>
internal static class Teams
{
    private const string Weekdays = "1-5 09:00-12:00 14:00-18:00", Daily = "1-7 06:00-11:00 14:00-18:00", Evenings = "1-5 18:00-21:00", Always = "1-7 00:00-00:00";

    private static readonly (string Role, string Hours)[] Forces =
        [("Doctor", Weekdays), ("Police", Always), ("Fire", Always), ("Enforcement", Weekdays), ("Cleaning", Daily)];

    public static IEnumerable<DemoTeamMember> Form(int seed, Land land, Names names)
    {
        var (dice, people) = (Dice.For(seed, Draw.Teams), 0);
        foreach (var community in land.Communities)
        {
            var forces = Array.ConvertAll(Forces, force => (force.Role, force.Hours, Name: names.Person(ref dice), Phone: Names.TeamPhone(++people)));
            foreach (var grid in land.Grids.Where(grid => grid.ParentCode == community.Code))
            {
                yield return new(grid.Code, "Secretary", names.Person(ref dice), Names.TeamPhone(++people), Weekdays);
                if (dice.Chance(0.7)) yield return new(grid.Code, "PartTime", names.Person(ref dice), Names.TeamPhone(++people), Evenings);
                foreach (var (role, hours, name, phone) in forces) yield return new(grid.Code, role, name, phone, hours);
                for (var volunteers = dice.Below(4); volunteers > 0; volunteers--)
                    yield return new(grid.Code, "Volunteer", names.Person(ref dice), Names.TeamPhone(++people), null);
            }
        }
    }
}
