using System.Globalization;

namespace Linli.Demo;

/// <summary>A time limit, written <c>4wh</c>, <c>2wd</c>, <c>24h</c> or <c>7d</c>.</summary>
/// <param name="Amount">How many, positive.</param>
/// <param name="Unit"><c>wh</c> working hours, <c>wd</c> working days, <c>h</c> natural hours, <c>d</c> natural days.</param>
public readonly record struct DemoLimit(int Amount, string Unit)
{
    /// <summary>Reads the written form; throws <see cref="FormatException"/> when it is none.</summary>
    public static DemoLimit Parse(string text)
    {
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits < 1 || text[digits..] is not ("wh" or "wd" or "h" or "d"))
            throw new FormatException($"{text} is no time limit.");
        return new(int.Parse(text.AsSpan(0, digits), CultureInfo.InvariantCulture), text[digits..]);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount}{Unit}");
}
