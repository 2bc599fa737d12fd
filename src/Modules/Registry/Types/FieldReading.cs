using System.Globalization;
using System.Text;
using Linli.Platform.Formats;

namespace Linli.Registry;

/// <summary>Brings what people typed into the form that a field's values are kept in.</summary>
internal static class FieldReading
{
    public const string Yes = "yes", No = "no";
    public const int LongestText = 200, LongestLongText = 4000;
    private const decimal Farthest = 1_000_000_000_000;
    private static readonly DateOnly FirstDay = new(1850, 1, 1), LastDay = new(2199, 12, 31);

    /// <summary>Reads a value that is not blank.</summary>
    /// <param name="field">The field.</param>
    /// <param name="typed">What was typed, or sent by a program.</param>
    /// <param name="fault">What is wrong with it, as a text key.</param>
    /// <returns>The value as it is kept; null where it is wrong.</returns>
    public static string? Read(FieldDefinition field, string typed, out string? fault)
    {
        typed = typed.Trim();
        var read = field.Kind switch
        {
            FieldKind.Text or FieldKind.PersonName or FieldKind.Code => Shorter(typed, LongestText),
            FieldKind.LongText => Shorter(typed, LongestLongText),
            FieldKind.Number => Number(field, typed),
            FieldKind.Date => Day(typed)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            FieldKind.Choice => field.Choices?.FirstOrDefault(c => c.Code == typed || c.Name == typed || c.NameEn.Equals(typed, StringComparison.OrdinalIgnoreCase))?.Code,
            FieldKind.YesNo => YesOrNo(typed),
            FieldKind.Phone => MobileNumber.Read(typed),
            FieldKind.ResidentId => ResidentId.Read(typed),
            _ => SocialCreditCode.Read(typed),
        };
        fault = read is not null ? null : field.Kind switch
        {
            FieldKind.Number when Any(typed) is not null => "registry.number-out-of-bounds",
            FieldKind.Text or FieldKind.PersonName or FieldKind.Code or FieldKind.LongText => "registry.too-long",
            var kind => $"registry.not-a-{kind.ToString().ToLowerInvariant()}",
        };
        return read;
    }

    private static string? Shorter(string text, int most) => text.Length <= most && !text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? text : null;

    private static string? Number(FieldDefinition field, string typed) =>
        Any(typed) is { } number && (field.Least is not { } least || number >= least) && (field.Most is not { } most || number <= most)
            ? (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture) : null;   // 3.50 is 3.5

    /// <summary>Digits of full width, as Chinese keyboards write them, are digits.</summary>
    private static decimal? Any(string typed) =>
        decimal.TryParse(typed.Normalize(NormalizationForm.FormKC), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > -Farthest and < Farthest ? number : null;

    /// <summary>A day as people and programs write it.</summary>
    public static DateOnly? Day(string typed) =>
        DateOnly.TryParseExact(typed, ["yyyy-MM-dd", "yyyy/M/d", "yyyy年M月d日", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= FirstDay && day <= LastDay ? day : null;

    private static string? YesOrNo(string typed) => typed.ToLowerInvariant() switch
    {
        Yes or "true" or "1" or "是" or "有" => Yes,
        No or "false" or "0" or "否" or "无" => No,
        _ => null,
    };
}
