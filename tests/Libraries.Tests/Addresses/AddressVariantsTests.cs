using Linli.Addresses;
using Linli.Demo;

namespace Linli.Libraries.Tests.Addresses;

/// <summary>Rooms of the invented district written down as people do it, found again.</summary>
public sealed class AddressVariantsTests
{
    private const int Texts = 300;

    private static readonly DemoLibrary Demo = new(rooms: 60_000);

    public static TheoryData<AddressNoise> Noises => [.. Enum.GetValues<AddressNoise>()];

    [Theory, MemberData(nameof(Noises))]
    public void The_room_that_was_written_down_is_found_or_offered_and_hardly_ever_another_taken_for_it(AddressNoise noise)
    {
        var texts = Enumerable.Range(0, Texts).Select(i => AddressWriter.Write(Demo.Estates, Demo.District, noise, seed: 1, i)).OfType<WrittenAddress>().ToList();
        var (offered, wrong) = (0, 0);
        foreach (var written in texts)
        {
            var match = Demo.Library.Match(written.Text);
            if (match.Candidates.Any(candidate => candidate.Id == Demo.Key(written))) offered++;
            else if (match.Best is { IsComplete: true }) wrong++;
        }
        // A name of two characters with one wrong or missing says nothing any more: those are left to a person.
        Assert.InRange(offered, texts.Count * (noise is AddressNoise.WrongCharacter or AddressNoise.MissingCharacter ? 0.88 : 0.97), texts.Count);
        Assert.InRange(wrong, 0, texts.Count * 0.01);
    }

    [Fact]
    public void What_leaves_the_unit_open_is_not_decided()
    {
        var open = Enumerable.Range(0, Texts).Select(i => AddressWriter.Write(Demo.Estates, Demo.District, AddressNoise.NoUnit, seed: 1, i)).OfType<WrittenAddress>().Where(written => written.IsOpen).ToList();
        Assert.NotEmpty(open);
        Assert.All(open, written => Assert.Null(Demo.Library.Match(written.Text).Best));
    }

    [Fact]
    public void The_same_seed_builds_and_writes_the_same()
    {
        var again = DemoEstates.Build(Demo.District, seed: 7, rooms: 60_000).ToList();
        Assert.Equal(Demo.Estates.Select(estate => estate.Name + estate.Road + estate.Number), again.Select(estate => estate.Name + estate.Road + estate.Number));
        Assert.Equal(AddressWriter.Write(Demo.Estates, Demo.District, AddressNoise.Sentence, 3, 5)!.Text, AddressWriter.Write(again, Demo.District, AddressNoise.Sentence, 3, 5)!.Text);
        Assert.InRange(Demo.Rooms, 60_000, 62_000);
    }
}
