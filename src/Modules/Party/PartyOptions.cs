using System.ComponentModel.DataAnnotations;

namespace Linli.Party;

/// <summary>The settings of this module (section <c>Linli:Party</c>), checked at start.</summary>
internal sealed class PartyOptions
{
    public const string Section = "Linli:Party";

    /// <summary>How many buildings one member may have at a time: 一名党员一幢楼, one member, one building.</summary>
    [Range(1, 100)] public int MostBuildings { get; set; } = 1;
}
