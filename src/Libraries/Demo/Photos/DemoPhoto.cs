namespace Linli.Demo;

/// <summary>Draws the demo's pictures, so that it needs no photographs of real streets or people.</summary>
public static class DemoPhoto
{
    /// <summary>Draws one picture.</summary>
    /// <param name="scene">What it shows.</param>
    /// <param name="seed">The same seed gives the same place, before and after.</param>
    /// <param name="after">Put right, or as it was reported.</param>
    /// <returns>A PNG of 640 × 480 pixels, less than 40 KB.</returns>
    public static byte[] Draw(PhotoScene scene, int seed, bool after = false)
    {
        var (canvas, dice) = (new Canvas(), Dice.For(seed, Linli.Demo.Draw.Photo));
        Painter(scene)(canvas, ref dice, after);
        return canvas.ToPng();
    }

    private delegate void Paint(Canvas canvas, ref Dice dice, bool after);

    private static Paint Painter(PhotoScene scene) => scene switch
    {
        PhotoScene.Lamp => StreetScenes.Lamp,
        PhotoScene.Manhole => RoadScenes.Manhole,
        PhotoScene.Bins => StreetScenes.Bins,
        PhotoScene.Bikes => StreetScenes.Bikes,
        PhotoScene.Pothole => RoadScenes.Pothole,
        PhotoScene.Tree => PlaceScenes.Tree,
        PhotoScene.Water => PlaceScenes.Water,
        PhotoScene.Stall => StreetScenes.Stall,
        PhotoScene.Wall => PlaceScenes.Wall,
        PhotoScene.Site => PlaceScenes.Site,
        PhotoScene.Parking => RoadScenes.Parking,
        PhotoScene.Corridor => PlaceScenes.Corridor,
        PhotoScene.Factory => PlaceScenes.Factory,
        PhotoScene.Pole => StreetScenes.Pole,
        _ => throw new ArgumentOutOfRangeException(nameof(scene)),
    };
}
