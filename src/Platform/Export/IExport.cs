using Linli.Platform.CommandLine;

namespace Linli.Platform.Export;

/// <summary>One kind of thing that <c>linli export WHAT --to FILE</c> writes in an open format, row by row, however many there are.</summary>
public interface IExport
{
    /// <summary>The word after <c>export</c>, e.g. <c>cases</c>.</summary>
    string What { get; }

    /// <summary>The formats it can write, the usual one first: <c>csv</c>, <c>geojson</c>.</summary>
    IReadOnlyList<string> Formats { get; }

    /// <summary>Writes all of them.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many were written.</returns>
    Task<int> WriteAsync(Stream output, string format, CancellationToken ct);
}
