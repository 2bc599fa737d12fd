using System.Globalization;
using System.Text.Json;
using Linli.Platform.Texts;

namespace Linli.Cases.Questions;

/// <summary>
/// An extra question (附加问题) of a category. Questions are never edited in place: a change ends one and begins another, so that an
/// answered case keeps the words it was asked with.
/// </summary>
internal sealed class Question
{
    /// <summary>How a yes and a no are kept.</summary>
    public const string Yes = "yes", No = "no";

    private IReadOnlyList<AnswerOption>? options;

    public required Guid Id { get; init; }

    /// <summary>A node of the taxonomy; it is asked for all leaves below.</summary>
    public required string CategoryCode { get; init; }

    /// <summary>What programs call it, the same in all its versions; unique from the root of the taxonomy to the leaf.</summary>
    public required string Code { get; init; }

    /// <summary>When it is asked.</summary>
    public QuestionPurpose Purpose { get; init; }

    /// <summary>Its place among the questions of its node; those of the node above come before.</summary>
    public required int Rank { get; init; }
    public required QuestionKind Kind { get; init; }
    public required string Wording { get; init; }

    /// <summary>The same in English; may be empty.</summary>
    public required string WordingEn { get; init; }

    /// <summary>Whether who is asked must answer.</summary>
    public required bool Required { get; init; }

    /// <summary>What can be chosen, as JSON: an array of <see cref="AnswerOption"/>. Of a yes-or-no question the answers with words of their own.</summary>
    public required string Choices { get; init; }

    /// <summary>Code of an earlier question; this one is asked only when that one was answered with <see cref="AskedWhen"/>.</summary>
    public required string? AskedAfter { get; init; }
    public required string? AskedWhen { get; init; }
    public required DateTimeOffset ValidFrom { get; init; }
    public DateTimeOffset? ValidTo { get; init; }

    public IReadOnlyList<AnswerOption> Options => options ??= JsonSerializer.Deserialize<List<AnswerOption>>(Choices, Json.Readable) ?? [];

    /// <summary>The question in the reader's language.</summary>
    public string Say() => InEnglish && WordingEn.Length > 0 ? WordingEn : Wording;

    /// <summary>The option an answer names, in either language.</summary>
    public AnswerOption? Find(string answer) =>
        Options.FirstOrDefault(o => o.Name == answer) ?? Options.FirstOrDefault(o => o.NameEn.Length > 0 && o.NameEn.Equals(answer, StringComparison.OrdinalIgnoreCase));

    /// <summary>How options are kept.</summary>
    public static string Write(IEnumerable<AnswerOption> options) => JsonSerializer.Serialize(options, Json.Readable);

    internal static bool InEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
}

/// <summary>When a question is asked.</summary>
internal enum QuestionPurpose
{
    /// <summary>With the report.</summary>
    Report,

    /// <summary>With the rating, on the follow-up page and on the phone (满意度问卷). None of them must be answered, and none stops.</summary>
    Rating,
}

/// <summary>What an answer is.</summary>
internal enum QuestionKind
{
    Text,
    Number,
    One,
    Several,
    YesNo,
    Date,
}

/// <summary>An answer to choose.</summary>
/// <param name="Name">What it is called, and how it is kept; of a yes-or-no question <c>yes</c> or <c>no</c>.</param>
/// <param name="NameEn">The same in English; may be empty.</param>
/// <param name="Stop">Who chooses this is told these words and the report is not filed, e.g. 请立即拨打 119.</param>
/// <param name="StopEn">The same in English; may be empty.</param>
internal sealed record AnswerOption(string Name, string NameEn = "", string Stop = "", string StopEn = "")
{
    /// <summary>The name in the reader's language.</summary>
    public string Say() => Question.InEnglish && NameEn.Length > 0 ? NameEn : Name;

    /// <summary>The words that stop in the reader's language; null where it does not stop.</summary>
    public string? StopWords() => Stop.Length == 0 ? null : Question.InEnglish && StopEn.Length > 0 ? StopEn : Stop;
}
