namespace Linli.Platform.CommandLine;

/// <summary>Shows how far a long task is: a bar that grows in a terminal, a line every tenth elsewhere.</summary>
/// <param name="output">Where it is shown.</param>
/// <param name="expected">How many steps there are.</param>
internal sealed class ProgressBar(TextWriter output, int expected)
{
    private const int Width = 40;
    private readonly bool terminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
    private int shown;

    /// <summary>Shows that <paramref name="done"/> steps are behind.</summary>
    public void Show(int done)
    {
        var percent = (int)(100L * done / expected);
        if (percent == shown) return;
        shown = percent;
        if (terminal) output.Write($"\r[{new string('#', Width * percent / 100).PadRight(Width, '.')}] {percent} %{(percent == 100 ? "\n" : "")}");
        else if (percent % 10 == 0) output.WriteLine($"{done} of {expected} read, {percent} %");
    }
}
