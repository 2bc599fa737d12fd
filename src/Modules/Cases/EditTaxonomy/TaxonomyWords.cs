using Linli.Cases.Taxonomy;

namespace Linli.Cases.EditTaxonomy;

/// <summary>How categories are written and found.</summary>
internal static class TaxonomyWords
{
    /// <summary>The page of a category.</summary>
    public static string At(string code) => "/desk/taxonomy/" + code;

    /// <summary>Names from the root down.</summary>
    public static string Path(TaxonomySnapshot tree, string code) => string.Join(" / ", tree.PathTo(code).Select(node => tree.NameOf(node.Code)));

    /// <summary>Whether every word stands in its names, its keywords or the names above it.</summary>
    public static bool Matches(TaxonomySnapshot tree, Category leaf, string words)
    {
        var text = string.Join(' ', tree.PathTo(leaf.Code).Select(node => $"{node.Name} {node.NameEn}").Append(leaf.Keywords).Append(leaf.Code));
        return words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
