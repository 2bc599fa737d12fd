namespace Linli.Addresses;

/// <summary>
/// The standard addresses of a district in memory: written addresses are matched to them, and they are searched as one types.
/// Made by <see cref="AddressLibraryBuilder"/>; immutable, safe to share between threads, replaced as a whole.
/// </summary>
public sealed class AddressLibrary
{
    private readonly AddressTree tree;
    private readonly NameIndex names;
    private readonly AddressMatcher matcher;
    private readonly AddressSearch search;

    internal AddressLibrary(AddressTree tree, NameIndex names)
    {
        (this.tree, this.names) = (tree, names);
        matcher = new(tree, names);
        search = new(tree, names, matcher);
    }

    /// <summary>How many addresses there are, of all levels.</summary>
    public int Count => tree.Count;

    /// <summary>Reads a text as <see cref="AddressParser"/> does, and also by the names that the library knows.</summary>
    public ParsedAddress Parse(string text) => AddressParser.Parse(text, names);

    /// <summary>Finds the addresses that a text may mean. Nothing is invented: what is not found is left out and said.</summary>
    /// <param name="text">The text, which may say more than an address.</param>
    /// <param name="most">How many candidates to give at most.</param>
    /// <param name="within">The key of a division: only what lies in it is given, nothing where it is unknown. Null for the whole library.</param>
    /// <param name="deepest">The last level that is looked for: with <see cref="AddressLevel.Building"/> a room that nobody knows does not stand against its building.</param>
    public AddressMatch Match(string text, int most = 5, Guid? within = null, AddressLevel deepest = AddressLevel.Room)
    {
        var parsed = Parse(text);
        return new(parsed, Scope(within) is { } scope ? matcher.Match([.. parsed.Parts.Where(part => part.Level <= deepest)], most, scope) : []);
    }

    /// <summary>The addresses that somebody who has typed this far may mean, best first.</summary>
    /// <param name="typed">The beginning or an inner word of a name, its initials in pinyin (chhy for 翠湖花园), or an address as far as it goes (翠湖花园3栋2单元50).</param>
    /// <param name="most">How many to give at most.</param>
    /// <param name="within">The key of a division: only what lies in it is given, nothing where it is unknown. Null for the whole library.</param>
    /// <param name="deepest">The last level to give: with <see cref="AddressLevel.Building"/> no units, floors and rooms.</param>
    public IReadOnlyList<AddressSuggestion> Suggest(string typed, int most = 10, Guid? within = null, AddressLevel deepest = AddressLevel.Room) =>
        Scope(within) is { } scope ? search.Suggest(typed, most, scope, deepest) : [];

    /// <summary>Where to look; null when the division is unknown.</summary>
    private int? Scope(Guid? within) => within is { } id ? tree.Division(id) : AddressLibraryBuilder.Top;
}

/// <summary>An address offered to somebody who types.</summary>
/// <param name="Id">The key that the caller gave it.</param>
/// <param name="Level">Its level.</param>
/// <param name="Text">The address in its normal form.</param>
/// <param name="Position">Longitude and latitude, its own or those of the nearest address above; null if none is known.</param>
/// <param name="Division">The key of the nearest division above; null if there is none.</param>
public sealed record AddressSuggestion(Guid Id, AddressLevel Level, string Text, (double Lon, double Lat)? Position, Guid? Division);
