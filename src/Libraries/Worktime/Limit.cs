using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Linli.Worktime;

/// <summary>An amount of time in one unit: "8wh", "3wd", "24h", "7d". Never negative; exact to 100 ns of its unit.</summary>
[JsonConverter(typeof(LimitJsonConverter))]
public readonly record struct Limit : IParsable<Limit>
{
    private static readonly string[] Suffixes = ["wh", "wd", "h", "d"];

    internal Limit(long ticks, LimitUnit unit) => (Ticks, Unit) = (ticks, unit);

    /// <summary>The amount in <paramref name="unit"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or more than 100 years.</exception>
    public Limit(decimal amount, LimitUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, 36_525m * TimeSpan.TicksPerDay / TicksPer(unit));
        (Ticks, Unit) = ((long)decimal.Round(amount * TicksPer(unit)), unit);
    }

    /// <summary>What the amount counts.</summary>
    public LimitUnit Unit { get; }

    /// <summary>How many of <see cref="Unit"/>.</summary>
    public decimal Amount => (decimal)Ticks / TicksPer(Unit);

    /// <summary>The amount on the axis of its unit, where a working day, however short, is as long as a natural one.</summary>
    internal long Ticks { get; }

    /// <summary>Hours of office time.</summary>
    public static Limit WorkingHours(decimal amount) => new(amount, LimitUnit.WorkingHours);

    /// <summary>Office days.</summary>
    public static Limit WorkingDays(decimal amount) => new(amount, LimitUnit.WorkingDays);

    /// <summary>Hours by the clock.</summary>
    public static Limit Hours(decimal amount) => new(amount, LimitUnit.Hours);

    /// <summary>Spans of 24 hours.</summary>
    public static Limit Days(decimal amount) => new(amount, LimitUnit.Days);

    /// <summary>The sum of two limits of the same unit.</summary>
    /// <exception cref="ArgumentException">The units differ.</exception>
    public static Limit operator +(Limit left, Limit right) => left.Unit == right.Unit
        ? new(left.Ticks + right.Ticks, left.Unit)
        : throw new ArgumentException($"Cannot add {right} to {left}: the units differ.", nameof(right));

    /// <summary>Reads the compact form, such as "8wh" or "1.5wd".</summary>
    /// <exception cref="FormatException">The text is not a limit.</exception>
    public static Limit Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var limit)
        ? limit
        : throw new FormatException($"'{s}' is not a time limit; write for example 8wh, 3wd, 24h or 7d.");

    /// <summary>Reads the compact form; false when <paramref name="s"/> is not one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Limit result)
    {
        result = default;
        var digits = s.AsSpan().TrimEnd("whd");
        var unit = Array.IndexOf(Suffixes, s?[digits.Length..]);
        if (unit < 0 || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            || amount > 36_525) return false;
        result = new(amount, (LimitUnit)unit);
        return true;
    }

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out Limit)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, out Limit result) => TryParse(s, null, out result);

    /// <summary>The compact form, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => Amount.ToString("0.############", CultureInfo.InvariantCulture) + Suffixes[(int)Unit];

    /// <summary>The limit in words: "8 个工作小时", "8 working hours". Rounded to two decimals.</summary>
    /// <param name="language">"zh-CN" or "en"; anything else reads as zh-CN.</param>
    public string InWords(string language)
    {
        var amount = Amount.ToString("0.##", CultureInfo.InvariantCulture);
        return Texts.In(language).Format(amount is "1" ? $"{Unit}.One" : $"{Unit}.Many", amount);
    }

    internal Limit Part(long percent) => new((long)((Int128)Ticks * percent / 100), Unit);

    private static long TicksPer(LimitUnit unit) =>
        unit is LimitUnit.WorkingDays or LimitUnit.Days ? TimeSpan.TicksPerDay : TimeSpan.TicksPerHour;
}
