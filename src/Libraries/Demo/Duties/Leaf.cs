namespace Linli.Demo;

/// <summary>A leaf of the taxonomy with the residents' words for it.</summary>
internal sealed record Leaf(DemoCategory Category, SubType SubType, Phrase[] Phrases);

/// <summary>What the leaves of one sub type have in common: who leads, how long, what to draw, why it hurts.</summary>
internal sealed record SubType(
    DemoCategory Category, string Lead, DemoLimit Handle, PhotoScene Scene, string Standard, string LegalBasis, string[] Harms);
