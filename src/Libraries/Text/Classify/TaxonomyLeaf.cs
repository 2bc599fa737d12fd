namespace Linli.Text;

/// <summary>What is known of a category before any case was filed under it.</summary>
/// <param name="Code">The label that predictions carry.</param>
/// <param name="Name">Its name, such as 路灯损坏.</param>
/// <param name="Parents">The names above it, nearest first.</param>
/// <param name="Keywords">Words people use for it; may be empty.</param>
public sealed record TaxonomyLeaf(string Code, string Name, IReadOnlyList<string> Parents, IReadOnlyList<string> Keywords);
