using Linli.Addresses;

namespace Linli.Libraries.Tests.Addresses;

/// <summary>A few streets in which everything happens once.</summary>
internal static class SmallLibrary
{
    private static readonly AddressLibraryBuilder Builder = new();
    private static readonly List<(Guid Id, string Text)> Made = [];
    private static byte next;

    static SmallLibrary()
    {
        var district = Builder.Add(AddressLibraryBuilder.Top, AddressLevel.District, "临溪区");
        var (east, hill) = (Builder.Add(district, AddressLevel.Street, "东和街道", East), Builder.Add(district, AddressLevel.Street, "望山街道", Hill));
        var (lake, tea) = (Builder.Add(east, AddressLevel.Community, "翠湖社区"), Builder.Add(hill, AddressLevel.Community, "茶园社区"));
        var avenue = Builder.Add(lake, AddressLevel.Road, "东和大道");
        Builder.AddName(avenue, "工农路", NameKind.Old);
        Gate(avenue, "12", "翠湖花园", "临溪区东和街道翠湖社区东和大道12号翠湖花园", ("3", "1"), ("3", "2"), ("5", null), ("C", null));
        Gate(avenue, "12-1", "银杏苑", "临溪区东和街道翠湖社区东和大道12-1号银杏苑", ("3", null));
        Gate(avenue, "30", "阳光家园", "临溪区东和街道翠湖社区东和大道30号阳光家园", ("1", null));
        Gate(Builder.Add(tea, AddressLevel.Road, "春晓路"), "7", "阳光家园", "临溪区望山街道茶园社区春晓路7号阳光家园", ("1", null));
        Builder.Add(Builder.Add(tea, AddressLevel.Road, "东和大道"), AddressLevel.Number, "300");
        Gate(avenue, "45", "阳光新村二期", "临溪区东和街道翠湖社区东和大道45号阳光新村二期", ("1", "4"));
        Library = Builder.Build();
    }

    public static Guid East { get; } = new(1, 0, 0, new byte[8]);

    public static Guid Hill { get; } = new(2, 0, 0, new byte[8]);

    public static AddressLibrary Library { get; }

    public static IReadOnlyList<(Guid Id, string Text)> Rooms => Made;

    private static void Gate(int road, string number, string name, string path, params (string Building, string? Unit)[] stairs)
    {
        var gate = Builder.Add(road, AddressLevel.Number, number);
        Builder.Place(gate, 114.35, 22.69);
        var estate = Builder.Add(gate, AddressLevel.Estate, name);
        if (name is "翠湖花园")
        {
            Builder.AddName(estate, "湖畔社", NameKind.Alias);
            Builder.AddName(estate, "临溪机械厂宿舍", NameKind.Old);
        }
        foreach (var building in stairs.GroupBy(stair => stair.Building))
        {
            var house = Builder.Add(estate, AddressLevel.Building, building.Key);
            var home = $"{path}{building.Key}{(char.IsAsciiLetter(building.Key[0]) ? "座" : "栋")}";
            foreach (var (_, unit) in building)
                foreach (var room in (string[])["101", "502", "503"])
                {
                    var id = new Guid(100 + next++, 0, 0, new byte[8]);
                    Builder.Add(unit is null ? house : Unit(house, unit), AddressLevel.Room, room, id);
                    Made.Add((id, $"{home}{(unit is null ? "" : unit + "单元")}{room}室"));
                }
        }
    }

    private static readonly Dictionary<(int, string), int> Units = [];

    private static int Unit(int house, string unit) => Units.TryGetValue((house, unit), out var made) ? made : Units[(house, unit)] = Builder.Add(house, AddressLevel.Unit, unit);
}
