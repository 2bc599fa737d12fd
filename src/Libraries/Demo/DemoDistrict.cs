namespace Linli.Demo;

/// <summary>
/// The invented district 临溪区 (code 990101): land, units, duties, people and cases. The same arguments always make the same
/// district; nobody and nothing in it exists.
/// </summary>
public sealed class DemoDistrict
{
    private readonly Duties _duties;
    private readonly Storyteller _storyteller;

    private DemoDistrict(int seed, DateTimeOffset end, int caseCount, int grids)
    {
        var (land, names, taxonomy) = (new Land(seed, grids), new Names(), new Taxonomy());
        var offices = new Offices(seed, land, names);
        _duties = new Duties(taxonomy, land, offices);
        Divisions = land.Divisions;
        Units = offices.Units;
        Categories = taxonomy.Categories;
        Responsibilities = [.. _duties.Entries];
        Accounts = Staff.Hire(seed, land, offices, names);
        TeamMembers = Teams.Form(seed, land, names);
        Places = Gazetteer.Write(seed, land);
        Channels = Lines.Lay(land, offices);
        _storyteller = new Storyteller(seed, end, caseCount, this, taxonomy, _duties, names);
    }

    /// <summary>City, district, 6 streets, 23 communities and their grids; parents come before children.</summary>
    public IReadOnlyList<DemoDivision> Divisions { get; }

    /// <summary>45 units, parents before children.</summary>
    public IReadOnlyList<DemoUnit> Units { get; }

    /// <summary>The taxonomy, parents before children; 370 leaves.</summary>
    public IReadOnlyList<DemoCategory> Categories { get; }

    /// <summary>The responsibility list; together its entries cover every leaf in every grid.</summary>
    public IReadOnlyList<DemoResponsibility> Responsibilities { get; }

    /// <summary>80 accounts over all roles.</summary>
    public IReadOnlyList<DemoAccount> Accounts { get; }

    /// <summary>Who serves the grids beside the accounts, made while they are read.</summary>
    public IEnumerable<DemoTeamMember> TeamMembers { get; }

    /// <summary>141 channels, beside those that every installation has.</summary>
    public IReadOnlyList<DemoChannel> Channels { get; }

    /// <summary>About 600 named places (60 for each 23 grids).</summary>
    public IReadOnlyList<DemoPlace> Places { get; }

    /// <summary>The cases in order of their report, made while they are read; may be read again and gives the same.</summary>
    public IEnumerable<CaseStory> Cases => _storyteller.Tell();

    /// <summary>Makes the district.</summary>
    /// <param name="seed">Another seed, another district.</param>
    /// <param name="end">The cases were reported in the three months before; what would happen later is still open.</param>
    /// <param name="caseCount">How many cases; they are made only when read.</param>
    /// <param name="grids">How many grids, 115 to 20,700.</param>
    public static DemoDistrict Create(int seed, DateTimeOffset end, int caseCount = 5_000, int grids = 230) =>
        new(seed, end, caseCount, grids);

    /// <summary>The entry that speaks for a leaf in a grid; throws when either is unknown.</summary>
    public DemoResponsibility Responsible(string categoryCode, string gridCode) => _duties.Find(categoryCode, gridCode);
}
