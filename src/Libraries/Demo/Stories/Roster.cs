namespace Linli.Demo;

/// <summary>Who does what where.</summary>
internal sealed class Roster(IReadOnlyList<DemoAccount> accounts, IReadOnlyList<DemoUnit> units)
{
    private readonly Dictionary<string, string> _handlers = By(accounts, DemoRole.Handler, a => a.UnitCode);
    private readonly Dictionary<string, string> _clerks = By(accounts, DemoRole.StreetClerk, a => a.DivisionCode);
    private readonly Dictionary<string, string> _walkers = By(accounts, DemoRole.GridWorker, a => a.DivisionCode);
    private readonly string[] _districtClerks = [.. accounts.Where(a => a.Role == DemoRole.DistrictClerk).Select(a => a.UserName)];
    private readonly string[] _counters = [.. accounts.Where(a => a.Role == DemoRole.Counter).Select(a => a.UserName)];
    private readonly string[] _bureaus = [.. units.Where(u => u.Kind == "bureau").Select(u => u.Code)];

    public string Handler(string unit) => _handlers[unit];
    public string GridWorker(string grid) => _walkers[grid[..12]];
    public string Counter(ref Dice dice) => dice.Pick(_counters);
    public string Bureau(ref Dice dice) => dice.Pick(_bureaus);
    public string Clerk(string grid, ref Dice dice) => dice.Chance(0.7) ? _clerks[grid[..9]] : dice.Pick(_districtClerks);

    private static Dictionary<string, string> By(IEnumerable<DemoAccount> accounts, string role, Func<DemoAccount, string> key) =>
        accounts.Where(a => a.Role == role).ToDictionary(key, a => a.UserName, StringComparer.Ordinal);
}
