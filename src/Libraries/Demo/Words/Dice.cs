namespace Linli.Demo;

/// <summary>
/// Seeded random numbers (SplitMix64, Steele et al. 2014). A value of its own for each thing that is drawn,
/// so story 900,000 is the same whether or not the ones before it were made.
/// </summary>
internal struct Dice(ulong state)
{
    private ulong _state = state;

    public static Dice For(int seed, Draw draw, long index = 0)
    {
        var dice = new Dice(((ulong)(uint)seed << 32) ^ ((ulong)draw << 56) ^ (ulong)index);
        return new Dice(dice.Next() ^ (ulong)index);
    }

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public int Below(int count) => (int)(((Next() >> 32) * (ulong)count) >> 32);
    public int Between(int low, int high) => low + Below(high - low + 1);
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));
    public double Between(double low, double high) => low + (high - low) * Unit();
    public bool Chance(double probability) => Unit() < probability;

    /// <summary>Waiting time with this mean; most are short, a few are long.</summary>
    public double Wait(double mean) => -mean * Math.Log(1 - Unit());

    /// <summary>Multiplies around 1: half are below, and about one in six is above e^spread.</summary>
    public double Factor(double spread) =>
        Math.Exp(spread * Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit()));

    public T Pick<T>(T[] from) => from[Below(from.Length)];
}

/// <summary>What a number is drawn for: separate streams, so that a change in one leaves the others alone.</summary>
internal enum Draw { Ground = 1, Places, People, Leaves, Story, Group, Reporter, Photo, Estate, Writing, Home, Shop, Teams, Fixture, Footprint }
