namespace Linli.Tiles;

/// <summary>Writes a layer: features point to keys and values, each of which is written once.</summary>
internal sealed class LayerWriter(TileKey tile)
{
    private const int Version = 2;
    private const uint MoveTo = 1, LineTo = 2, ClosePath = 15;

    private readonly Dictionary<string, uint> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<object, uint> values = [];
    private readonly List<ProtoWriter> features = [];

    /// <summary>Adds a feature if anything of it shows.</summary>
    public void Add(TileFeature feature)
    {
        if (Drawing.Of(feature.Geometry, tile) is not { } drawing) return;
        var message = new ProtoWriter();
        message.Packed(2, Tags(feature.Attributes));
        message.Number(3, (ulong)drawing.Kind);
        message.Packed(4, Commands(drawing));
        features.Add(message);
    }

    /// <summary>The layer as a message; null when nothing shows.</summary>
    public ProtoWriter? Finish(string name)
    {
        if (features.Count == 0) return null;
        var layer = new ProtoWriter();
        layer.Number(15, Version);
        layer.Text(1, name);
        foreach (var feature in features) layer.Message(2, feature);
        foreach (var key in keys.Keys) layer.Text(3, key);   // a dictionary that nothing is taken out of keeps its order
        foreach (var value in values.Keys) layer.Message(4, Value(value));
        layer.Number(5, VectorTile.Extent);
        return layer;
    }

    private IEnumerable<uint> Tags(IEnumerable<KeyValuePair<string, object?>> attributes)
    {
        foreach (var (key, value) in attributes)
        {
            if (value is null) continue;
            yield return Number(keys, key);
            yield return Number(values, value is int number ? (long)number : value);
        }
    }

    private static uint Number<T>(Dictionary<T, uint> known, T item) where T : notnull
    {
        if (!known.TryGetValue(item, out var number)) known[item] = number = (uint)known.Count;
        return number;
    }

    private static ProtoWriter Value(object value)
    {
        var message = new ProtoWriter();
        switch (value)
        {
            case string text: message.Text(1, text); break;
            case double real: message.Real(3, real); break;
            case long and >= 0: message.Number(5, (ulong)(long)value); break;
            case long negative: message.Number(6, ProtoWriter.ZigZag(negative)); break;
            case bool truth: message.Number(7, truth ? 1UL : 0); break;
            default: throw new ArgumentException($"A tile holds no {value.GetType().Name}.", nameof(value));
        }
        return message;
    }

    private static IEnumerable<uint> Commands(Drawing drawing)
    {
        var at = (X: 0, Y: 0);
        if (drawing.Kind is DrawnKind.Points) yield return Command(MoveTo, drawing.Parts.Count);
        foreach (var part in drawing.Parts)
        {
            for (var i = 0; i < part.Count; i++)
            {
                if (i == 0 && drawing.Kind is not DrawnKind.Points) yield return Command(MoveTo, 1);
                if (i == 1) yield return Command(LineTo, part.Count - 1);
                yield return (uint)ProtoWriter.ZigZag(part[i].X - at.X);
                yield return (uint)ProtoWriter.ZigZag(part[i].Y - at.Y);
                at = part[i];
            }
            if (drawing.Kind is DrawnKind.Polygons) yield return ClosePath;
        }
    }

    private static uint Command(uint id, int count) => (uint)count << 3 | id;
}
