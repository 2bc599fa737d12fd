using System.Text;

namespace Linli.Text;

/// <summary>The saved form: a mark, a version, the words of the facts, cases, trees.</summary>
internal static class OvertimePredictorFile
{
    const uint Mark = 0x4C544F31;   // "1OTL" on disk
    const int Version = 1, Most = 10_000_000, MostDepth = 10;

    public static void Write(Stream stream, OvertimePredictor predictor)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Mark);
        writer.Write(Version);
        string[] words = [.. predictor.Cases.SelectMany(x => Words(x.Facts)).Distinct()];
        var numbers = words.Index().ToDictionary(x => x.Item, x => x.Index, StringComparer.Ordinal);
        writer.Write(words.Length);
        foreach (var word in words) writer.Write(word);
        writer.Write(predictor.Cases.Count);
        foreach (var (facts, late) in predictor.Cases)
        {
            foreach (var word in Words(facts)) writer.Write7BitEncodedInt(numbers[word]);
            writer.Write(facts.Case.Reported?.Ticks ?? -1);
            writer.Write(late);
        }
        writer.Write(predictor.Forests.Length);
        foreach (var forest in predictor.Forests)
        {
            writer.Write(forest.Start);
            writer.Write(forest.Trees.Count);
            foreach (var tree in forest.Trees)
            {
                writer.Write7BitEncodedInt(tree.Depth);
                foreach (var column in tree.Columns) writer.Write7BitEncodedInt(column);
                foreach (var limit in tree.Limits) writer.Write(limit);
                foreach (var mean in tree.Means) writer.Write(mean);
            }
        }
    }

    public static OvertimePredictor Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            if (reader.ReadUInt32() != Mark) throw new FormatException("This is not a saved model of overtime.");
            if (reader.ReadInt32() is var version && version != Version)
                throw new FormatException($"The model of overtime was saved in version {version}; this program reads version {Version}. Learn it again.");
            var words = new string[Size(reader.ReadInt32(), Most)];
            for (var i = 0; i < words.Length; i++) words[i] = reader.ReadString();
            var cases = new OvertimeCase[Size(reader.ReadInt32(), Most)];
            for (var i = 0; i < cases.Length; i++) cases[i] = new(ReadFacts(reader, words), reader.ReadBoolean());
            var forests = new BoostedTrees[Size(reader.ReadInt32(), Most)];
            for (var i = 0; i < forests.Length; i++) forests[i] = ReadTrees(reader);
            return new(cases, forests);
        }
        catch (EndOfStreamException cut)
        {
            throw new FormatException("The saved model of overtime is cut short.", cut);
        }
    }

    static IEnumerable<string> Words(OvertimeFacts facts) => DispatchPredictorFile.Words(facts.Case).Prepend(facts.Unit);

    static OvertimeFacts ReadFacts(BinaryReader reader, string[] words)
    {
        var unit = words[Size(reader.Read7BitEncodedInt(), words.Length - 1)];
        return new(DispatchPredictorFile.ReadFacts(reader, words), unit);
    }

    static BoostedTrees ReadTrees(BinaryReader reader)
    {
        var start = reader.ReadSingle();
        var trees = new BoostedTree[Size(reader.ReadInt32(), Most)];
        for (var i = 0; i < trees.Length; i++)
        {
            var tree = trees[i] = new(Size(reader.Read7BitEncodedInt(), MostDepth));
            foreach (ref var column in tree.Columns.AsSpan()) column = Size(reader.Read7BitEncodedInt(), OvertimeSigns.Facts.Length - 1);
            foreach (ref var limit in tree.Limits.AsSpan()) limit = reader.ReadSingle();
            foreach (ref var mean in tree.Means.AsSpan()) mean = reader.ReadSingle();
        }
        return new(start, trees);
    }

    static int Size(int size, int most) => size >= 0 && size <= most ? size : throw new FormatException("The saved model of overtime is damaged.");
}
