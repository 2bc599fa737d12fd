using System.Globalization;
using Linli.Contracts.Grids;
using Linli.Demo;

namespace Linli.Registry;

/// <summary>Writes what stands and lives in the demo district as records.</summary>
/// <param name="types">The types.</param>
/// <param name="divisions">Finds the grid of a position.</param>
/// <param name="now">When it is written.</param>
/// <param name="today">The site's day.</param>
internal sealed class DemoRecords(RecordTypes types, IDivisions divisions, DateTimeOffset now, DateOnly today)
{
    private const string By = "网格员采集";
    private const int OldAge = 60, GreatAge = 80, MonthAgo = 30, YearAgo = 430;

    private int devices, cameras;

    /// <summary>Who lives where and belongs to which household, of all that was written.</summary>
    public List<RecordLink> Links { get; } = [];

    /// <summary>A room, the household and the people in it.</summary>
    public IEnumerable<NewRecord> Of(DemoHome home)
    {
        var place = Place(home.At, home.Estate, home.Address);
        var head = home.People.Count > 0 ? home.People[0] : null;
        var house = New("house", place, new()
        {
            ["name"] = home.Estate.Name + home.Room, ["use"] = home.Use, ["structure"] = home.Estate.Buildings[0].Floors > 7 ? "concrete" : "brick",
            ["area"] = home.Area.ToString(CultureInfo.InvariantCulture), ["owner"] = head?.Name, ["owner-phone"] = head?.Phone,
        });
        yield return house;
        if (head is null) yield break;
        var household = New("household", place, new() { ["head"] = head.Name, ["size"] = home.People.Count.ToString(CultureInfo.InvariantCulture), ["kind"] = "family" });
        yield return household;
        Links.Add(Link(household, LinkKind.LivesIn, house));
        foreach (var person in home.People)
        {
            var written = Of(person, place, alone: home.People.Count == 1);
            yield return written;
            Links.Add(Link(written, person == head ? LinkKind.HeadOf : LinkKind.MemberOf, household));
            Links.Add(Link(written, LinkKind.LivesIn, house));
        }
        if (home.People.Count > 1 || today.Year - head.Born.Year < OldAge) yield break;
        var button = New("device", place, new() { ["code"] = $"SB{++devices:000000}", ["kind"] = "call-button", ["state"] = "good", ["keeper"] = "社区养老服务站" });
        yield return button;
        Links.Add(Link(button, LinkKind.IsAt, house));
    }

    public NewRecord Of(DemoShop shop) => New("firm", Place(shop.At, shop.Estate, shop.Address), new()
    {
        ["name"] = shop.Name, ["credit-code"] = shop.CreditCode, ["trade"] = shop.Trade, ["staff"] = shop.Staff.ToString(CultureInfo.InvariantCulture),
        ["legal-person"] = shop.Head, ["phone"] = shop.Phone, ["fire-risk"] = shop.Trade == "food" ? FieldReading.Yes : FieldReading.No,
    });

    public NewRecord Of(DemoPlace place) => New("facility", new(place.GridCode, place.Address, place.At.Lon, place.At.Lat), new()
    {
        ["name"] = place.Name, ["kind"] = KindOf(place.Name), ["opens"] = "全天",
    });

    /// <summary>The camera that looks at a place.</summary>
    public NewRecord CameraAt(DemoPlace place) => New("camera", new(place.GridCode, place.Address, place.At.Lon, place.At.Lat), new()
    {
        ["code"] = $"JK{++cameras:000000}", ["name"] = place.Name, ["state"] = "good", ["keeper"] = "公安分局",
    });

    public NewRecord Of(DemoFixture fixture) => New("component", Place(fixture.At, fixture.Estate, fixture.Address), new()
    {
        ["code"] = fixture.Code, ["kind"] = fixture.Kind, ["state"] = fixture.Damaged ? "damaged" : "good", ["keeper"] = "市政设施所",
    });

    /// <summary>Somebody whom a counter registered a second time, with less than is known of them, and the sex wrong.</summary>
    public NewRecord Again(NewRecord person) => person with
    {
        Id = Guid.CreateVersion7(now), Source = RecordSource.Counter,
        Content = person.Content with
        {
            Values = person.Content.Values.Where(v => v.Key is "name" or "id-number" or "phone" or "born").Append(new("sex", person.Content.Values["sex"] == "f" ? "m" : "f")).ToDictionary(),
        },
    };

    private NewRecord Of(DemoPerson person, RecordPlace place, bool alone)
    {
        var age = today.Year - person.Born.Year;
        return New("person", place, new()
        {
            ["name"] = person.Name, ["id-number"] = person.IdNumber, ["phone"] = person.Phone, ["sex"] = person.Female ? "f" : "m",
            ["born"] = person.Born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["residence"] = person.Local ? "local" : "moved",
            ["alone"] = alone && age >= OldAge ? FieldReading.Yes : null, ["health"] = age >= GreatAge ? "行动不便" : null,
        });
    }

    private NewRecord New(string type, RecordPlace place, Dictionary<string, string?> values)
    {
        var days = type == "component" ? YearAgo : MonthAgo;   // of what stands in the street nobody has looked at some for long
        return new(
            Guid.CreateVersion7(now), types.Find(type)!, new(values.Where(v => v.Value is not null).ToDictionary(v => v.Key, v => v.Value!), place),
            today.AddDays(-days), now.AddDays(MonthAgo - days), RecordSource.Visit, By);
    }

    private RecordLink Link(NewRecord from, LinkKind kind, NewRecord to) =>
        new() { Id = Guid.CreateVersion7(now), FromId = from.Id, ToId = to.Id, Kind = kind, ValidFrom = from.ValidFrom, RecordedAt = now, RecordedBy = By };

    private RecordPlace Place(DemoPoint at, DemoEstate estate, string address) => new(divisions.Locate(at.Lon, at.Lat)?.Code ?? estate.Community.Code, address, at.Lon, at.Lat);

    private static string KindOf(string name) =>
        name.Contains("公园", StringComparison.Ordinal) || name.Contains("广场", StringComparison.Ordinal) ? "park"
        : name.Contains("市场", StringComparison.Ordinal) ? "market"
        : name.Contains("学", StringComparison.Ordinal) || name.Contains("文化", StringComparison.Ordinal) ? "culture"
        : name.Contains("体育", StringComparison.Ordinal) ? "sport" : "elderly";
}
