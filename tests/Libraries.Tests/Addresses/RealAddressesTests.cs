using System.Text.RegularExpressions;
using Linli.Addresses;

namespace Linli.Libraries.Tests.Addresses;

/// <summary>Addresses as residents write them, where their messages are at hand; never part of the project.</summary>
public sealed partial class RealAddressesTests
{
    [Fact]
    public void Buildings_and_rooms_that_residents_write_are_read_and_stand_under_a_name()
    {
        var texts = Titles().Where(text => Home().IsMatch(text)).Distinct(StringComparer.Ordinal).ToList();
        var read = texts.Select(AddressParser.Parse).ToList();
        var (building, named) = (read.Count(x => x.Address[AddressLevel.Building] is not null), read.Count(x => x.Address[AddressLevel.Estate] is not null || x.Address[AddressLevel.Road] is not null));
        TestContext.Current.TestOutputHelper?.WriteLine($"{texts.Count} texts name a building: {building} read, {named} with a road or estate");
        Assert.InRange(building, texts.Count * 0.9, texts.Count);
        Assert.InRange(named, texts.Count * 0.85, texts.Count);
    }

    [GeneratedRegex("[0-9一二三四五六七八九十]+(栋|幢|号楼)(?![楼栋])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Home();

    private static IEnumerable<string> Titles()
    {
        var root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "Linli.slnx"))) root = Path.GetDirectoryName(root);
        var file = Path.Combine(Environment.GetEnvironmentVariable("LINLI_SHARED_DATA") ?? Path.Combine(root ?? "", "..", "shared", "data"), "messages", "titles.tsv");
        Assert.SkipUnless(File.Exists(file), "../shared/data/messages/titles.tsv is not at hand");
        return File.ReadLines(file).Skip(1).Select(line => line.Split('\t')[0]);
    }
}
