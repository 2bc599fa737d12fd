using Linli.Platform.Problems;
using Microsoft.Extensions.Localization;

namespace Linli.Cases.MendLetters;

/// <summary>Why something could not become a case, in a line.</summary>
internal static class LetterWords
{
    /// <summary>The fields with their errors, or the problem's title.</summary>
    public static string Say(this ProblemTexts problems, Problem problem, IStringLocalizer text) =>
        problem.Errors is not { Count: > 0 } errors ? problems.Title(problem)
        : string.Join(text["Letters.Semicolon"], errors.Select(e => $"{Field(e.Key, text)}{text["Desk.Colon"]}{string.Join(text["Desk.Enumeration"], e.Value.Select(problems.Message))}"));

    public static string Say(this ProblemTexts problems, string reason, IStringLocalizer text) => problems.Say(KeptProblem.Read(reason).AsProblem(), text);

    private static string Field(string name, IStringLocalizer text) => text[$"field.{name}"] is { ResourceNotFound: false } known ? known.Value : name;
}
