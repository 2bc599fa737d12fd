using Microsoft.Extensions.Localization;

namespace Linli.Registry;

/// <summary>How values of fields are written for people.</summary>
internal static class FieldWords
{
    /// <summary>What can be chosen in a field, with the reader's words for it.</summary>
    public static IEnumerable<(string Value, string Words)> Options(FieldDefinition field, IStringLocalizer text) => field.Kind is FieldKind.YesNo
        ? [(FieldReading.Yes, text["yes"]), (FieldReading.No, text["no"])]
        : (field.Choices ?? []).Select(choice => (choice.Code, choice.Say()));

    /// <summary>A value as people read it.</summary>
    public static string Say(FieldDefinition field, string value, IStringLocalizer text) =>
        Options(field, text).FirstOrDefault(option => option.Value == value).Words ?? value;
}
