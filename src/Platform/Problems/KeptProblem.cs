using System.Text.Json;
using Linli.Platform.Texts;

namespace Linli.Platform.Problems;

/// <summary>A problem that is kept, to be told later: why a message or a row could not be taken.</summary>
/// <param name="Code">Code of the problem.</param>
/// <param name="Errors">Keys of messages by field.</param>
public sealed record KeptProblem(string Code, IReadOnlyDictionary<string, string[]>? Errors)
{
    /// <summary>What is worth keeping of a problem.</summary>
    public static KeptProblem Of(Problem problem) => new(problem.Code, problem.Errors);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static KeptProblem Read(string json) => JsonSerializer.Deserialize<KeptProblem>(json, Json.Readable)!;

    /// <summary>As JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json.Readable);

    /// <summary>The problem it was; its status does not matter any more.</summary>
    public Problem AsProblem() => new(Code, 400) { Errors = Errors };
}
