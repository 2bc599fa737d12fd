using System.Text;

namespace Linli.Text;

/// <summary>The saved form: a mark, a version, labels, vocabulary, weights as half-precision numbers.</summary>
internal static class TextClassifierFile
{
    const uint Mark = 0x4C544331;   // "1CTL" on disk
    const int Version = 2;

    public static void Write(Stream stream, string[] labels, Vocabulary vocabulary, LinearModel model, float sharpness)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Mark);
        writer.Write(Version);
        writer.Write(labels.Length);
        foreach (var label in labels) writer.Write(label);
        writer.Write(sharpness);
        writer.Write(vocabulary.Count);
        for (var feature = 0; feature < vocabulary.Count; feature++)
        {
            writer.Write(vocabulary.Keys[feature]);
            writer.Write((Half)vocabulary.Telling[feature]);
        }
        for (var feature = 0; feature <= model.Bias; feature++)
            for (var label = 0; label < labels.Length; label++)
                writer.Write((Half)model[feature, label]);
    }

    public static TextClassifier Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            if (reader.ReadUInt32() != Mark) throw new FormatException("This is not a saved text classifier.");
            if (reader.ReadInt32() is var version && version != Version)
                throw new FormatException($"The text classifier was saved in version {version}; this program reads version {Version}. Train it again.");
            var labels = new string[Size(reader, 100_000)];
            for (var i = 0; i < labels.Length; i++) labels[i] = reader.ReadString();
            var sharpness = reader.ReadSingle();
            return Read(reader, labels, sharpness);
        }
        catch (EndOfStreamException cut)
        {
            throw new FormatException("The saved text classifier is cut short.", cut);
        }
    }

    static TextClassifier Read(BinaryReader reader, string[] labels, float sharpness)
    {
        var count = Size(reader, 10_000_000);
        var (keys, telling) = (new uint[count], new float[count]);
        for (var feature = 0; feature < count; feature++)
            (keys[feature], telling[feature]) = (reader.ReadUInt32(), (float)reader.ReadHalf());
        var model = new LinearModel(count, labels.Length);
        for (var feature = 0; feature <= count; feature++)
            for (var label = 0; label < labels.Length; label++)
                model[feature, label] = (float)reader.ReadHalf();
        return new(labels, new(keys, telling), model, sharpness);
    }

    static int Size(BinaryReader reader, int most)
        => reader.ReadInt32() is var size && size >= 0 && size <= most ? size : throw new FormatException("The saved text classifier is damaged.");
}
