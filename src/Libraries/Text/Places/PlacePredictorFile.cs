using System.Text;

namespace Linli.Text;

/// <summary>The saved form: a mark, a version, and of each place its words and where its cases were.</summary>
internal static class PlacePredictorFile
{
    const uint Mark = 0x4C545031;   // "1PTL" on disk
    const int Version = 1, Most = 10_000_000;

    public static void Write(Stream stream, PlacePredictor predictor)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Mark);
        writer.Write(Version);
        writer.Write(predictor.Places.Count);
        foreach (var (place, counts) in predictor.Places.OrderBy(x => x.Key, StringComparer.Ordinal))
        {
            writer.Write(place);
            writer.Write7BitEncodedInt(counts.Length);
            foreach (var (division, cases) in counts)
            {
                writer.Write(division);
                writer.Write7BitEncodedInt(cases);
            }
        }
    }

    public static PlacePredictor Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            if (reader.ReadUInt32() != Mark) throw new FormatException("This is not a saved model of places.");
            if (reader.ReadInt32() is var version && version != Version)
                throw new FormatException($"The model of places was saved in version {version}; this program reads version {Version}. Learn it again.");
            var places = new Dictionary<string, PlaceCount[]>(StringComparer.Ordinal);
            for (var left = Size(reader.ReadInt32()); left > 0; left--)
            {
                var place = reader.ReadString();
                var counts = places[place] = new PlaceCount[Size(reader.Read7BitEncodedInt())];
                foreach (ref var count in counts.AsSpan()) count = new(reader.ReadString(), Size(reader.Read7BitEncodedInt()));
            }
            return new(places);
        }
        catch (EndOfStreamException cut)
        {
            throw new FormatException("The saved model of places is cut short.", cut);
        }
    }

    static int Size(int size) => size is >= 0 and <= Most ? size : throw new FormatException("The saved model of places is damaged.");
}
