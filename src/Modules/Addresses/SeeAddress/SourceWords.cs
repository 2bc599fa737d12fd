using Microsoft.Extensions.Localization;

namespace Linli.StandardAddresses;

/// <summary>Where something is known from, in words.</summary>
internal static class SourceWords
{
    /// <summary>A source that has no words of its own, such as the name of a file, speaks for itself.</summary>
    public static string SourceName(this IStringLocalizer<AddressesModule> text, string source) => text["source." + source] is { ResourceNotFound: false } known ? known.Value : source;
}
