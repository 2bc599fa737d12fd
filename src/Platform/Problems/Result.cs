using System.Diagnostics.CodeAnalysis;

namespace Linli.Platform.Problems;

/// <summary>What a handler gives back: a value, or the problem that stood in its way.</summary>
public readonly struct Result<T>
{
    private Result(T? value, Problem? problem) => (Value, Problem) = (value, problem);

    /// <summary>The value; default when there is a problem.</summary>
    public T? Value { get; }

    /// <summary>The problem; null when there is a value.</summary>
    public Problem? Problem { get; }

    /// <summary>Whether it went well.</summary>
    public bool Succeeded([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Problem? problem)
    {
        (value, problem) = (Value, Problem);
        return problem is null;
    }

    /// <summary>A value.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A problem.</summary>
    public static implicit operator Result<T>(Problem problem) => new(default, problem);
}

/// <summary>Nothing to give back.</summary>
public readonly record struct Done;
