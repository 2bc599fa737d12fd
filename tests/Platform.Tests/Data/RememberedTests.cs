using Linli.Platform.Data;

namespace Linli.Platform.Tests.Data;

public sealed class RememberedTests
{
    [Fact]
    public async Task What_was_being_read_while_it_was_forgotten_is_not_kept()
    {
        var (stored, reading, go) = ("old", new TaskCompletionSource(), new TaskCompletionSource());
        using var remembered = new Remembered<string>(async _ =>
        {
            var value = stored;
            reading.TrySetResult();
            await go.Task;
            return value;
        }, TimeProvider.System, TimeSpan.FromHours(1));

        var early = remembered.GetAsync(default).AsTask();
        await reading.Task;
        stored = "new";
        remembered.Forget();
        go.SetResult();
        Assert.Equal("old", await early);
        Assert.Equal("new", await remembered.GetAsync(default));
        stored = "newer";
        Assert.Equal("new", await remembered.GetAsync(default));   // kept until it is forgotten
    }
}
