using System.Net;
using Linli.Platform.Import;

namespace Linli.Cases.ImportTaxonomy;

/// <summary>The part <c>taxonomy</c> of a profile: a table with a line for each leaf, and the columns of its levels from the root down.</summary>
internal sealed record TaxonomyPart(string File, IReadOnlyList<LevelColumns> Levels)
{
    /// <summary>
    /// The nodes a line names, from the root down: the keys of the levels, filled up with zeros, stand one behind the other,
    /// so that a child's code begins with its parent's whatever the other system's keys are.
    /// </summary>
    /// <returns>Null where a level has no key or one that is too long.</returns>
    public IReadOnlyList<(string Code, string Name)>? PathOf(TableLine line)
    {
        var path = new List<(string Code, string Name)>(Levels.Count);
        foreach (var level in Levels)
        {
            var key = line[level.Id];
            if (key.Length is 0 || key.Length > level.Digits || !key.All(char.IsAsciiDigit)) return null;
            path.Add(((path is [.., var above] ? above.Code : "") + key.PadLeft(level.Digits, '0'), WebUtility.HtmlDecode(line[level.Name])));
        }
        return path;
    }
}

/// <summary>A level of the taxonomy in a table.</summary>
/// <param name="Id">Column of the key.</param>
/// <param name="Name">Column of the name.</param>
/// <param name="Digits">How many digits its key takes in our code.</param>
internal sealed record LevelColumns(string Id, string Name, int Digits);
