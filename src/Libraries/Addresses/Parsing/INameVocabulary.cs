namespace Linli.Addresses;

/// <summary>Names that are known to exist; with them a text can be cut where no word tells (东和翠湖3栋).</summary>
internal interface INameVocabulary
{
    /// <summary>False when no known name begins with the first two of these characters.</summary>
    bool Begins(ReadOnlySpan<char> folded);

    /// <summary>The levels that have this name, as bits; 0 for none. <paramref name="whole"/> is false when it is only the beginning of one (翠湖 of 翠湖花园).</summary>
    int LevelsOf(ReadOnlySpan<char> folded, out bool whole);

    /// <summary>Whether something of a level is called so, however its numbers are written.</summary>
    bool Knows(string written, AddressLevel level);
}
