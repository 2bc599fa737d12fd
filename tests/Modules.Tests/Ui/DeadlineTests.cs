using Linli.Ui;

namespace Linli.Modules.Tests.Ui;

public sealed class DeadlineTests
{
    [Theory]
    [InlineData(185, .4, false, false, Tone.Neutral)]
    [InlineData(48, .9, false, false, Tone.Waiting)]
    [InlineData(-130, 1.3, false, false, Tone.Bad)]
    [InlineData(300, .2, true, false, Tone.Neutral)]
    [InlineData(60, .7, false, true, Tone.Good)]
    [InlineData(-60, 1.5, false, true, Tone.Bad)]
    [InlineData(-60, 1.5, true, false, Tone.Bad)]
    public void Its_colour_says_whether_to_hurry(int minutesLeft, double used, bool paused, bool settled, Tone tone) =>
        Assert.Equal(tone, new Deadline(TimeSpan.FromMinutes(minutesLeft), used, paused, settled).Tone);
}
