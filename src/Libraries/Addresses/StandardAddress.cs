using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Linli.Addresses;

/// <summary>
/// An address in its normal form, one value a level: names whole (临溪区, 东和大道, 翠湖花园), numbers in Arabic digits without their word (12, 3, 502).
/// Printed as one text, which <see cref="TryParse"/> reads back. Immutable; equal when all levels are.
/// </summary>
public sealed class StandardAddress : IEquatable<StandardAddress>
{
    private readonly string?[] values;

    private StandardAddress(string?[] values) => this.values = values;

    /// <summary>An address of these levels; of a level given twice the last counts.</summary>
    public static StandardAddress Of(params ReadOnlySpan<(AddressLevel Level, string Value)> parts)
    {
        var values = new string?[AddressLevels.Count];
        foreach (var (level, value) in parts) values[(int)level] = value;
        return new(values);
    }

    internal static StandardAddress Of(IReadOnlyList<AddressPart> parts)
    {
        var values = new string?[AddressLevels.Count];
        foreach (var part in parts) values[(int)part.Level] = part.Value;
        return new(values);
    }

    /// <summary>The value of a level; null where the address says nothing.</summary>
    public string? this[AddressLevel level] => values[(int)level];

    /// <summary>The levels that are said, from the whole to the part.</summary>
    public IEnumerable<AddressLevel> Levels => Enum.GetValues<AddressLevel>().Where(level => values[(int)level] is not null);

    /// <summary>Reads an address that is written out in full and stands alone; false when any of the text is left over.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out StandardAddress? address)
    {
        var parsed = AddressParser.Parse(text);
        address = parsed.Parts.Count > 0 && parsed.Rest.Length == 0 ? parsed.Address : null;
        return address is not null;
    }

    /// <inheritdoc/>
    public bool Equals(StandardAddress? other) => other is not null && values.AsSpan().SequenceEqual(other.values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StandardAddress);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var value in values) hash.Add(value);
        return hash.ToHashCode();
    }

    /// <summary>The address as it stands on a plate: 临溪区东和街道翠湖社区东和大道12号翠湖花园3栋2单元502室.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(64);
        foreach (var level in Levels) text.Append(Written(level, values[(int)level]!));
        return text.ToString();
    }

    /// <summary>A value with the word of its level, unless it is a name or brings its own word.</summary>
    internal static string Written(AddressLevel level, string value) => level switch
    {
        AddressLevel.Crossing => "与" + value,
        _ when level.IsNamed() || value.Length == 0 || !char.IsAsciiLetterOrDigit(value[^1]) => value,
        AddressLevel.Grid => $"第{value}网格",
        AddressLevel.Number => value + "号",
        AddressLevel.Phase => value + (char.IsAsciiLetter(value[^1]) ? "区" : "期"),
        AddressLevel.Building => value + (value.All(char.IsAsciiLetter) ? "座" : "栋"),
        AddressLevel.Unit => value + "单元",
        AddressLevel.Floor => (value[0] == '-' ? "负" + value[1..] : value) + "层",
        _ => value + "室",
    };
}
