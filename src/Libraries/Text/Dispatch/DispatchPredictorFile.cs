using System.Text;

namespace Linli.Text;

/// <summary>The saved form: a mark, a version, units, the words of the facts, cases, signs, weights of regression and networks as half-precision numbers.</summary>
internal static class DispatchPredictorFile
{
    const uint Mark = 0x4C445031;   // "1PDL" on disk
    const int Version = 2, Most = 10_000_000;

    public static void Write(Stream stream, DispatchPredictor predictor)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Mark);
        writer.Write(Version);
        WriteAll(writer, predictor.Units);
        var words = predictor.Cases.SelectMany(x => Words(x.Facts)).Distinct().ToArray();
        var numbers = words.Index().ToDictionary(x => x.Item, x => x.Index, StringComparer.Ordinal);
        WriteAll(writer, words);
        writer.Write(predictor.Cases.Count);
        foreach (var (facts, unit) in predictor.Cases)
        {
            writer.Write7BitEncodedInt(unit);
            foreach (var word in Words(facts)) writer.Write7BitEncodedInt(numbers[word]);
            writer.Write(facts.Reported?.Ticks ?? -1);
        }
        WriteAll(writer, [.. predictor.Regression.Signs.All]);
        foreach (var trust in predictor.Regression.Trust) writer.Write(trust);
        WriteRows(writer, predictor.Regression.Weights);
        foreach (var network in predictor.Networks)
        {
            WriteRows(writer, network.Inward);
            WriteRows(writer, network.Outward);
        }
    }

    public static DispatchPredictor Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            if (reader.ReadUInt32() != Mark) throw new FormatException("This is not a saved dispatch model.");
            if (reader.ReadInt32() is var version && version != Version)
                throw new FormatException($"The dispatch model was saved in version {version}; this program reads version {Version}. Learn it again.");
            return Read(reader);
        }
        catch (EndOfStreamException cut)
        {
            throw new FormatException("The saved dispatch model is cut short.", cut);
        }
    }

    static DispatchPredictor Read(BinaryReader reader)
    {
        var (units, words) = (ReadAll(reader), ReadAll(reader));
        var cases = new (DispatchFacts Facts, int Unit)[Size(reader.ReadInt32(), Most)];
        for (var i = 0; i < cases.Length; i++)
        {
            var unit = Size(reader.Read7BitEncodedInt(), units.Length - 1);
            cases[i] = (ReadFacts(reader, words), unit);
        }
        var signs = new DispatchSigns();
        foreach (var sign in ReadAll(reader)) signs.Add(sign);
        var trust = new float[DispatchChain.All.Length];
        for (var i = 0; i < trust.Length; i++) trust[i] = reader.ReadSingle();
        var regression = new DispatchRegression(signs, ReadRows(reader, signs.Count, units.Length), trust, units.Length);
        var networks = new DispatchNetwork[DispatchNetwork.Committee];
        for (var i = 0; i < networks.Length; i++)
            networks[i] = new(ReadRows(reader, signs.Count, DispatchNetwork.Places), ReadRows(reader, DispatchNetwork.Places + 1, units.Length));
        return new(units, new(cases, units.Length), regression, networks, cases);
    }

    internal static IEnumerable<string> Words(DispatchFacts facts)
        => [facts.SubType, facts.MainType, facts.EventType, facts.Street, facts.Community, facts.Source, facts.Property];

    internal static DispatchFacts ReadFacts(BinaryReader reader, string[] words)
    {
        string Next() => words[Size(reader.Read7BitEncodedInt(), words.Length - 1)];
        return new()
        {
            SubType = Next(),
            MainType = Next(),
            EventType = Next(),
            Street = Next(),
            Community = Next(),
            Source = Next(),
            Property = Next(),
            Reported = reader.ReadInt64() is >= 0 and var ticks ? new DateTime(ticks) : null,
        };
    }

    static void WriteAll(BinaryWriter writer, IReadOnlyList<string> words)
    {
        writer.Write(words.Count);
        foreach (var word in words) writer.Write(word);
    }

    static void WriteRows(BinaryWriter writer, float[][] rows)
    {
        foreach (var row in rows)
            foreach (var weight in row) writer.Write((Half)weight);
    }

    static float[][] ReadRows(BinaryReader reader, int count, int width)
    {
        var rows = Dense.Rows(count, width);
        foreach (var row in rows)
            foreach (ref var weight in row.AsSpan()) weight = (float)reader.ReadHalf();
        return rows;
    }

    static string[] ReadAll(BinaryReader reader)
    {
        var words = new string[Size(reader.ReadInt32(), Most)];
        for (var i = 0; i < words.Length; i++) words[i] = reader.ReadString();
        return words;
    }

    static int Size(int size, int most) => size >= 0 && size <= most ? size : throw new FormatException("The saved dispatch model is damaged.");
}
