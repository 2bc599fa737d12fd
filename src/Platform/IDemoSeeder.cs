namespace Linli.Platform;

/// <summary>Fills a module's share of the demo district. Seeders run in order of <see cref="Order"/>, each once; running again changes nothing.</summary>
public interface IDemoSeeder
{
    /// <summary>What every module makes the district from, so that their shares fit together.</summary>
    const int Seed = 20261122;

    /// <summary>Place in the order: divisions and units 10, addresses 15, accounts 20, taxonomy 30, cases 40.</summary>
    int Order { get; }

    /// <summary>Writes what is missing.</summary>
    /// <param name="caseCount">How many cases the district shall have.</param>
    /// <param name="ct">Cancels.</param>
    Task SeedAsync(int caseCount, CancellationToken ct);
}
