using System.Globalization;

namespace Linli.Demo;

/// <summary>The register of addresses that estates make, parents before children.</summary>
public static class DemoAddresses
{
    /// <param name="estates">The estates.</param>
    /// <param name="rooms">Of which of them the rooms are known.</param>
    /// <param name="standing">Where their buildings stand, as far as that is known.</param>
    public static IEnumerable<DemoAddress> Of(IEnumerable<DemoEstate> estates, Func<DemoEstate, bool> rooms, IReadOnlyDictionary<(DemoEstate, DemoBuilding), DemoPoint>? standing = null)
    {
        var (roads, numbers) = (new Dictionary<(string, string), string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var estate in estates)
        {
            var community = estate.Community.Code;
            if (!roads.TryGetValue((community, estate.Road), out var road))
                yield return new(road = roads[(community, estate.Road)] = $"{community}-R{roads.Count + 1}", null, "Road", estate.Road, estate);
            var number = $"{road}-{estate.Number}";
            if (numbers.Add(number)) yield return new(number, road, "Number", estate.Number, estate, estate.At);
            var code = $"{community}-E{estate.Index + 1}";
            yield return new(code, number, "Estate", estate.Name, estate, estate.At);
            foreach (var building in estate.Buildings)
                foreach (var part in Parts(estate, $"{code}-{building.Name}", code, building, rooms(estate), standing?.TryGetValue((estate, building), out var at) is true ? at : null)) yield return part;
        }
    }

    private static IEnumerable<DemoAddress> Parts(DemoEstate estate, string code, string parent, DemoBuilding building, bool rooms, DemoPoint? at)
    {
        yield return new(code, parent, "Building", building.Name, estate, at);
        for (var unit = Math.Min(building.Units, 1); unit <= building.Units; unit++)
        {
            var stair = unit == 0 ? code : $"{code}-U{unit}";
            if (unit > 0) yield return new(stair, code, "Unit", Text(unit), estate);
            for (var floor = 1; rooms && floor <= building.Floors; floor++)
                for (var door = 1; door <= building.Doors; door++)
                    yield return new($"{stair}-{floor * 100 + door}", stair, "Room", Text(floor * 100 + door), estate);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
