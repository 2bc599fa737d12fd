using Linli.Text;

namespace Linli.Libraries.Tests.Text;

public sealed class PlacePredictorTests
{
    static readonly PlacePredictor Predictor = PlacePredictor.Train(
    [
        .. Enumerable.Repeat(new PlacedCase("阳光花园东门", "990101001001001"), 3), new("阳光花园 （东门）", "990101001001002"),
        new("河边", "990101001001003"), new("河边", "990101001001003"), new("王家后院", "990101001001004"),
    ]);

    [Fact]
    public void A_place_is_where_most_cases_of_that_name_were_however_it_is_set()
    {
        foreach (var words in (string[])["阳光花园东门", "阳光花园，东门", " 阳光花园 东门 "])
            Assert.Equal([new("990101001001001", 0.6, 4, 3), new("990101001001002", 0.2, 4, 1)], Predictor.Predict(words));
        Assert.Equal([new("990101001001002", 0.2, 4, 1)], Predictor.Predict("阳光花园东门", among: code => code != "990101001001001"));
    }

    [Fact]
    public void Of_what_was_named_once_or_never_nothing_is_said()
    {
        foreach (var words in (string[])["王家后院", "阳光花园", "", "！"]) Assert.Empty(Predictor.Predict(words));
        Assert.Throws<FormatException>(() => PlacePredictor.Train([new("王家后院", "990101001001004")]));
    }

    [Fact]
    public void A_saved_model_says_the_same_and_what_is_none_is_refused()
    {
        using var saved = new MemoryStream();
        Predictor.Save(saved);
        Assert.Equal(Predictor.Predict("河边"), PlacePredictor.Load(new MemoryStream(saved.ToArray())).Predict("河边"));
        foreach (var broken in (byte[][])[[], saved.ToArray()[..^1], [.. "LNLI of long ago"u8]])
            Assert.Throws<FormatException>(() => PlacePredictor.Load(new MemoryStream(broken)));
    }
}
