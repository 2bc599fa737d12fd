using System.Diagnostics;
using Linli.Addresses;
using Linli.Demo;
using Linli.Libraries.Tests.Addresses;

namespace Linli.Bench.Addresses;

/// <summary>A million rooms in memory: how large they are, how many written addresses a second one core reads and finds, how soon an answer to somebody who types is there, and how often it is right. Then the same in the program.</summary>
internal sealed class AddressesMeasurement : IMeasurement
{
    private const int Rooms = 1_000_000, Texts = 2_000, Typists = 300;

    public string Name => "addresses";

    public async Task RunAsync(Report report)
    {
        MeasureLibrary(report);
        foreach (var kind in (string[])["sqlite", "postgres"]) await RegisterMeasurement.RunAsync(report, kind);
    }

    private static void MeasureLibrary(Report report)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var start = Environment.CpuUsage.TotalTime;
        var demo = new DemoLibrary(Rooms);
        report.Note($"{demo.Rooms:N0} rooms, {demo.Library.Count:N0} addresses; made in {(Environment.CpuUsage.TotalTime - start).TotalSeconds:0.0} s of processor time");
        report.AtMost("memory a room, all levels and names", (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)demo.Rooms, 64, "bytes");

        var written = Enum.GetValues<AddressNoise>().ToDictionary(noise => noise, noise =>
            Enumerable.Range(0, Texts).Select(i => AddressWriter.Write(demo.Estates, demo.District, noise, seed: 1, i)).OfType<WrittenAddress>().ToList());
        MeasureSpeed(report, demo, [.. written.Values.SelectMany(texts => texts).Select(text => text.Text)]);
        MeasureLength(report);
        MeasureTyping(report, demo, written[AddressNoise.None], written[AddressNoise.NoRoad]);
        MeasureAccuracy(report, demo, written);
    }

    private static void MeasureSpeed(Report report, DemoLibrary demo, List<string> texts)
    {
        PerSecond(texts, text => AddressParser.Parse(text));
        report.AtLeast("texts read a second, one core", PerSecond(texts, text => AddressParser.Parse(text)), 20_000, "/s");
        report.AtLeast("texts matched a second, one core", PerSecond(texts, text => demo.Library.Match(text)), 5_000, "/s");
    }

    /// <summary>Processor time, not the clock on the wall: what else runs on the machine is not our speed.</summary>
    private static double PerSecond(List<string> texts, Action<string> act)
    {
        var start = Environment.CpuUsage.TotalTime;
        texts.ForEach(act);
        return texts.Count / (Environment.CpuUsage.TotalTime - start).TotalSeconds;
    }

    /// <summary>Ten times the text costs ten times the time, also where every character could begin a name.</summary>
    private static void MeasureLength(Report report)
    {
        var text = string.Concat(Enumerable.Repeat("东和街路社区花园3栋里", 100));
        var (shorter, longer) = (PerSecond([.. Enumerable.Repeat(text[..100], 20_000)], x => AddressParser.Parse(x)), PerSecond([.. Enumerable.Repeat(text[..1_000], 2_000)], x => AddressParser.Parse(x)));
        report.AtMost("time a character, 1,000 beside 100 characters", shorter / longer / 10, 2, "×");
    }

    private static void MeasureTyping(Report report, DemoLibrary demo, List<WrittenAddress> plates, List<WrittenAddress> estates)
    {
        var typed = plates.Take(Typists).Concat(estates.Take(Typists)).SelectMany(written => Enumerable.Range(1, written.Text.Length).Select(length => written.Text[..length])).Append("yghy").Append("jg3-2").ToList();
        foreach (var text in typed.Take(1_000)) demo.Library.Suggest(text);
        var times = typed.ConvertAll(text => { var start = Stopwatch.GetTimestamp(); demo.Library.Suggest(text); return Stopwatch.GetElapsedTime(start).TotalMilliseconds; });
        times.Sort();
        report.AtMost("an answer while typing, p50", times[times.Count / 2], 30, "ms");
        report.AtMost("an answer while typing, p95", times[times.Count * 95 / 100], 30, "ms");
    }

    private static void MeasureAccuracy(Report report, DemoLibrary demo, Dictionary<AddressNoise, List<WrittenAddress>> written)
    {
        var (all, rightInAll, wrongInAll) = (0, 0, 0);
        foreach (var (noise, texts) in written)
        {
            var (found, offered, wrong) = (0, 0, 0);
            foreach (var text in texts)
            {
                var (match, key) = (demo.Library.Match(text.Text), demo.Key(text));
                if (match.Best?.Id == key) found++;
                else if (match.Best is { IsComplete: true }) wrong++;
                else if (match.Candidates.Any(candidate => candidate.Id == key)) offered++;
            }
            report.Note($"{noise,-16} {texts.Count,5} texts: found {Share(found, texts),5:0.0} %, offered among several {Share(offered, texts),4:0.0} %, another taken for it {Share(wrong, texts),3:0.0} %");
            (all, rightInAll, wrongInAll) = (all + texts.Count, rightInAll + found + offered, wrongInAll + wrong);
        }
        report.AtLeast("found or offered, all kinds of writing", rightInAll * 100.0 / all, 98, "%");
        report.AtMost("another room taken for it", wrongInAll * 100.0 / all, 0.2, "%");
    }

    private static double Share(int count, List<WrittenAddress> texts) => count * 100.0 / texts.Count;
}
