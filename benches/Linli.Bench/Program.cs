using Linli.Bench;
using Linli.Bench.Addresses;
using Linli.Bench.Duplicates;
using Linli.Bench.Exports;
using Linli.Bench.Grids;
using Linli.Bench.Intake;
using Linli.Bench.Lists;
using Linli.Bench.Many;
using Linli.Bench.Map;
using Linli.Bench.Pages;
using Linli.Bench.Registry;

IMeasurement[] all = [new GridsMeasurement(), new AddressesMeasurement(), new PagesMeasurement(), new IntakeMeasurement(), new BatchMeasurement(), new ListsMeasurement(), new ManyMeasurement(), new DuplicatesMeasurement(), new ExcelMeasurement(), new MapMeasurement(), new RegistryMeasurement()];
var wanted = args.Length == 0 ? all : [.. all.Where(m => args.Contains(m.Name))];
if (wanted.Length == 0)
{
    Console.Error.WriteLine($"usage: ./bench [{string.Join('|', all.Select(m => m.Name))}]…");
    return 2;
}

var report = new Report(Console.Out);
foreach (var measurement in wanted)
{
    Console.WriteLine($"== {measurement.Name}");
    await measurement.RunAsync(report);
}
return report.AllMet ? 0 : 1;
