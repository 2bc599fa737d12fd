using System.Globalization;

namespace Linli.Cases.Channels;

/// <summary>Where reports come from (渠道), and what holds for all that come from there.</summary>
internal sealed class Channel
{
    public const string Hotline = "12345", Web = "web", Api = "api";

    /// <summary>Key: lower-case letters, digits and hyphens. It stands in every case and never changes.</summary>
    public required string Code { get; init; }
    public required string Name { get; set; }

    /// <summary>Empty shows the Chinese name.</summary>
    public required string NameEn { get; set; }
    public required ChannelKind Kind { get; set; }

    /// <summary>The unit that answers for it.</summary>
    public Guid? UnitId { get; set; }

    /// <summary>Whether a case from here may go out without a clerk.</summary>
    public bool Trusted { get; set; }

    /// <summary>Level of its cases, 1 (gravest) to 5, unless the report or its category says a graver one; null says nothing.</summary>
    public int? Level { get; set; }

    /// <summary>Days after the end of a case until its reporter is made anonymous; null keeps them.</summary>
    public int? RetentionDays { get; set; }

    /// <summary>How its messages become reports, as JSON; null where they have our own fields.</summary>
    public string? Profile { get; set; }

    /// <summary>SHA-256 of the key that its messages show.</summary>
    public byte[]? KeyHash { get; set; }

    /// <summary>The first characters of that key, to tell keys apart.</summary>
    public string? KeyShown { get; set; }

    /// <summary>Whether it takes new cases.</summary>
    public bool Active { get; set; } = true;
    public int Version { get; set; }

    public string Subject => $"channel/{Code}";

    /// <summary>The name in the reader's language.</summary>
    public string Label => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" && NameEn.Length > 0 ? NameEn : Name;

    /// <summary>Whether staff take down what comes by it.</summary>
    public bool AtTheDesk => Active && Kind <= ChannelKind.Media;
}
