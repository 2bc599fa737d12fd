namespace Linli.Platform.CommandLine;

/// <summary>The words and options a verb was called with: <c>--name value</c>, <c>--flag</c>, and the rest.</summary>
public sealed class VerbCall
{
    private readonly Dictionary<string, string?> options = new(StringComparer.Ordinal);
    private readonly List<string> words = [];

    /// <summary>Reads what follows the verb.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="output">Where the verb writes.</param>
    public VerbCall(IReadOnlyList<string> arguments, TextWriter output)
    {
        Output = output;
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal)) words.Add(arguments[i]);
            else if (i + 1 < arguments.Count && !arguments[i + 1].StartsWith("--", StringComparison.Ordinal)) options[arguments[i][2..]] = arguments[++i];
            else options[arguments[i][2..]] = null;
        }
    }

    /// <summary>Where the verb writes.</summary>
    public TextWriter Output { get; }

    /// <summary>Words that are not options.</summary>
    public IReadOnlyList<string> Words => words;

    /// <summary>Whether an option was given.</summary>
    public bool Has(string name) => options.ContainsKey(name);

    /// <summary>An option's value, or null.</summary>
    public string? Option(string name) => options.GetValueOrDefault(name);

    /// <summary>An option that must be there.</summary>
    /// <exception cref="UsageException">It is missing.</exception>
    public string Required(string name) => Option(name) ?? throw new UsageException($"--{name} is missing.");
}

/// <summary>The command line was called wrongly.</summary>
public sealed class UsageException(string message) : Exception(message);
