using Microsoft.Extensions.Localization;

namespace Linli.Registry;

/// <summary>Why two records are taken for the same, in words.</summary>
internal static class TwinWords
{
    public static string Name(RecordType type, string key, IStringLocalizer text) => key == RecordVault.AddressKey ? text["address"] : type.Find(key)?.Say() ?? key;

    public static string Why(RecordType type, IReadOnlyList<string> by, IStringLocalizer text) =>
        by.Count == 0 ? text["twin-by-hand"] : text["twin-same", string.Join(text["twin-and"], by.Select(key => Name(type, key, text)))];
}
