namespace Linli.Demo;

/// <summary>What a drawn picture shows.</summary>
public enum PhotoScene
{
    /// <summary>Street lamp, dark or lit.</summary>
    Lamp,
    /// <summary>Manhole, open or covered.</summary>
    Manhole,
    /// <summary>Bins, overflowing or clean.</summary>
    Bins,
    /// <summary>Parked bikes, fallen or in a row.</summary>
    Bikes,
    /// <summary>Road surface, broken or mended.</summary>
    Pothole,
    /// <summary>Tree, with a broken limb or trimmed.</summary>
    Tree,
    /// <summary>Brook, dirty or clean.</summary>
    Water,
    /// <summary>Street stall on the footway, or the footway free.</summary>
    Stall,
    /// <summary>Wall with bills, or painted over.</summary>
    Wall,
    /// <summary>Building site, bare or netted.</summary>
    Site,
    /// <summary>Cars in the way, or the lane free.</summary>
    Parking,
    /// <summary>Corridor, cluttered or clear.</summary>
    Corridor,
    /// <summary>Factory, smoking or not.</summary>
    Factory,
    /// <summary>Pole with hanging wires, or tidy.</summary>
    Pole,
}
