using System.Globalization;

namespace Linli.Ui;

/// <summary>From figures to pixels: a value axis from zero with round marks, and as many equal places as labels.</summary>
internal sealed record ChartScale(int Places, double Top, double Mark)
{
    public const int Width = 640, Height = 230, Left = 44, Foot = 26, Head = 8;
    private const int WantedMarks = 4;

    public static ChartScale For(IReadOnlyList<Series> series, int places)
    {
        var most = Math.Max(1, series.SelectMany(s => s.Values).DefaultIfEmpty(0).Max());
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(most / WantedMarks)));
        var mark = new[] { 1, 2, 5, 10 }.Select(x => x * magnitude).First(x => x * WantedMarks >= most);
        return new(places, Math.Ceiling(most / mark) * mark, mark);
    }

    public IEnumerable<double> Marks => Enumerable.Range(0, (int)Math.Round(Top / Mark) + 1).Select(i => i * Mark);
    public double Place => (double)(Width - Left) / Math.Max(1, Places);
    public double X(int place) => Left + Place * (place + .5);
    public double Y(double value) => Head + (Height - Head - Foot) * (1 - value / Top);

    /// <summary>An SVG path through the values.</summary>
    public string Path(IReadOnlyList<double> values) =>
        string.Concat(values.Select((value, i) => $"{(i == 0 ? 'M' : 'L')}{N(X(i))} {N(Y(value))}"));

    /// <summary>The path closed down to the axis.</summary>
    public string Area(IReadOnlyList<double> values) => $"{Path(values)}V{N(Y(0))}H{N(X(0))}Z";

    public static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
