using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Linli.Contracts.Grids;
using Linli.Registry;

namespace Linli.Modules.Tests.Registry;

public sealed class RecordChecksTests
{
    private const string Grid = "990101001001001";
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly Dictionary<string, string> Person = new()
    {
        ["name"] = "王守正", ["id-number"] = Checked("99010219500102001"), ["phone"] = "13900000001", ["sex"] = "m", ["born"] = "1950-01-02", ["residence"] = "local",
    };

    [Theory]
    [InlineData("person", "born", "1950-01-03", "Contradictory", "born")]
    [InlineData("person", "sex", "f", "Contradictory", "sex")]
    [InlineData("person", "phone", null, "Missing", "phone")]
    [InlineData("person", "name", null, "Missing", "name")]
    [InlineData("person", "residence", "mars", "OutOfBounds", "residence")]
    [InlineData("certificate", "until", "2026-11-22", "Stale", "until")]
    [InlineData("certificate", "issued", null, "Missing", "issued")]
    public void A_fault_in_one_field_is_found_and_nothing_else(string type, string field, string? value, string kind, string where)
    {
        Assert.Empty(Found(type, Good(type)));
        var faulty = Good(type);
        if (value is null) faulty.Remove(field);
        else faulty[field] = value;
        Assert.Equal([new(Enum.Parse<FindingKind>(kind), where)], Found(type, faulty));
    }

    [Fact]
    public void Somebody_who_can_be_called_by_another_number_lacks_none()
    {
        var child = Good("person");
        child.Remove("phone");
        child["contact"] = "13900000002";
        Assert.Empty(Found("person", child));
    }

    [Fact]
    public void Nobody_is_born_tomorrow()
    {
        var person = Good("person");
        person["born"] = "2026-11-24";
        Assert.Contains(new(FindingKind.OutOfBounds, "born"), Found("person", person));
    }

    [Fact]
    public void A_certificate_that_ends_before_it_begins_contradicts_itself()
    {
        var certificate = Good("certificate");
        certificate["issued"] = "2026-10-01";
        certificate["until"] = "2026-09-01";
        Assert.Contains(new(FindingKind.Contradictory, "until"), Found("certificate", certificate));
    }

    [Fact]
    public void Whether_somebody_should_look_again_is_a_matter_of_days()
    {
        Assert.Empty(Found("person", Good("person"), said: Today.AddDays(-365)));
        Assert.Equal([new(FindingKind.Stale, QualityRules.RecordKey)], Found("person", Good("person"), said: Today.AddDays(-366)));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1_000, false)]
    [InlineData(1_001, true)]
    public void A_thing_may_lie_a_little_beside_its_grid(double metres, bool found) =>
        Assert.Equal(found ? [new(FindingKind.OutOfBounds, QualityRules.PositionKey)] : [], Found("facility", Good("facility"), place: new(Grid, "和平路1号", 114, 22), metres: metres));

    [Fact]
    public void Where_it_lies_must_be_known_to_the_grid_and_there_still()
    {
        Assert.Equal([new(FindingKind.Missing, QualityRules.GridKey)], Found("person", Good("person"), place: new("990101001001", "和平路1号")));
        Assert.Equal([new(FindingKind.OutOfBounds, QualityRules.DivisionKey)], Found("person", Good("person"), place: new("990101001001999", "和平路1号")));
    }

    [Fact]
    public void An_identity_number_never_contradicts_what_is_written_in_it() => Prop.ForAll(
        (from day in Gen.Choose(0, 40_000)
         from sequence in Gen.Choose(0, 999)
         select (Born: new DateOnly(1910, 1, 1).AddDays(day), Sequence: sequence)).ToArbitrary(),
        given =>
        {
            var person = Good("person");
            person["id-number"] = Checked($"990102{given.Born:yyyyMMdd}{given.Sequence:000}");
            person["born"] = given.Born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            person["sex"] = given.Sequence % 2 == 1 ? "m" : "f";
            var right = Found("person", person).Where(f => f.Kind is FindingKind.Contradictory);
            person["sex"] = given.Sequence % 2 == 1 ? "f" : "m";
            return !right.Any() && Found("person", person).Contains(new(FindingKind.Contradictory, "sex"));
        }).QuickCheckThrowOnFailure();

    private static IReadOnlySet<RecordFault> Found(string type, Dictionary<string, string> values, DateOnly? said = null, RecordPlace? place = null, double metres = 0) =>
        new RecordChecks(new Ground(metres), Today).Find(BaseTypes.All.Single(t => t.Code == type), new(values, place ?? new(Grid, "和平路1号")), said ?? Today);

    private static Dictionary<string, string> Good(string type) => new(type switch
    {
        "person" => Person,
        "certificate" => new() { ["name"] = "食品经营许可证", ["number"] = "JY1", ["holder"] = "王守正", ["issued"] = "2025-11-23", ["until"] = "2026-11-23" },
        _ => new() { ["name"] = "东门小公园", ["kind"] = "park", ["opens"] = "全天", ["keeper"] = "公园管理处" },
    });

    private static string Checked(string seventeen) => seventeen + "10X98765432"[seventeen.Aggregate(0, (before, digit) => (before + digit - '0') * 2 % 11)];

    /// <summary>One community with one grid.</summary>
    private sealed class Ground(double metres) : IDivisions
    {
        private static readonly Division Community = new(Grid[..12], "翠湖社区", DivisionLevel.Community, null), Only = new(Grid, "第一网格", DivisionLevel.Grid, Grid[..12]);

        public Division? Find(string code) => code == Grid ? Only : code == Community.Code ? Community : null;

        public IReadOnlyList<Division> Below(string? code) => code == Community.Code ? [Only] : [];

        public Division? Locate(double longitude, double latitude) => Only;

        public double? MetresTo(string code, double longitude, double latitude) => metres;

        public string PathOf(string code) => code;
    }
}
