using Linli.Platform.Problems;

namespace Linli.Party;

/// <summary>What this module refuses.</summary>
internal static class PartyErrors
{
    /// <summary>Organisations or members still belong to it.</summary>
    public static Problem StillHasBelow { get; } = new("party.still-has-below", 409);

    /// <summary>It has ended already.</summary>
    public static Problem Ended { get; } = new("party.ended", 409);

    /// <summary>The member has as many buildings as one may have.</summary>
    public static Problem EnoughBuildings(int most) => new("party.enough-buildings", 409) { Extensions = new Dictionary<string, object?> { ["most"] = most } };

    /// <summary>The member has this building already.</summary>
    public static Problem HasBuilding { get; } = new("party.has-building", 409);

    /// <summary>A project does not go from this state into that one; says where it may go.</summary>
    public static Problem NotFromHere(ProjectState from, ProjectState to) => new("party.not-from-here", 409)
    {
        Extensions = new Dictionary<string, object?> { ["from"] = from, ["to"] = to, ["may"] = ProjectTransitions.From(from) },
    };

    /// <summary>What is over is not changed any more.</summary>
    public static Problem ProjectOver { get; } = new("party.project-over", 409);
}
