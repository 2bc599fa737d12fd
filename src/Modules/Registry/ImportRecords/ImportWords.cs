using Linli.Platform.Problems;
using Microsoft.Extensions.Localization;

namespace Linli.Registry;

/// <summary>Words for what stands in imports.</summary>
internal static class ImportWords
{
    /// <summary>What a column can be.</summary>
    public static string Target(string target, RecordType type, IStringLocalizer text) => type.Find(target)?.Say() ?? text[$"import.{target}"];

    /// <summary>Why a row was refused: the fields with their errors, or the problem's title.</summary>
    public static string Say(this ProblemTexts problems, KeptProblem reason, RecordType type, IStringLocalizer text) => reason.Errors is not { Count: > 0 } errors
        ? problems.Title(reason.AsProblem())
        : string.Join(text["semicolon"], errors.Select(e => $"{Field(e.Key, type, text)}{text["colon"]}{string.Join(text["semicolon"], e.Value.Select(problems.Message))}"));

    private static string Field(string name, RecordType type, IStringLocalizer text) => name.StartsWith(RecordContents.Field, StringComparison.Ordinal)
        ? Target(name[RecordContents.Field.Length..], type, text)
        : text[$"import.{name}"];
}
