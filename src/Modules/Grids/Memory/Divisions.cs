using Linli.Contracts.Grids;

namespace Linli.Grids;

/// <summary>The newest state of the tree.</summary>
internal sealed class Divisions(Snapshot<DivisionTree> snapshot) : IDivisions
{
    public Division? Find(string code) => snapshot.Value.Node(code)?.Division;

    public IReadOnlyList<Division> Below(string? code) => snapshot.Value.Below(code);

    public Division? Locate(double longitude, double latitude) => snapshot.Value.Locate(longitude, latitude);

    public double? MetresTo(string code, double longitude, double latitude) => snapshot.Value.MetresTo(code, longitude, latitude);

    public string PathOf(string code) => snapshot.Value.Node(code)?.Path ?? code;
}
