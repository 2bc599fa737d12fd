using Linli.Geo;
using Linli.Platform.CommandLine;

namespace Linli.Grids;

/// <summary>What the imports of this module read from their call.</summary>
internal static class ImportCall
{
    /// <summary>Lines that are saved together.</summary>
    public const int BatchSize = 1000;

    extension(VerbCall call)
    {
        /// <summary>The one file.</summary>
        public string File(IImport import) => call.Words is [_, var file] ? file : throw new UsageException($"import {import.What} {import.Usage}");

        /// <summary>The coordinate system, which must be named: guessing wrong moves everything by hundreds of metres.</summary>
        public CoordinateSystem CoordinateSystem() => Enum.TryParse<CoordinateSystem>(call.Required("crs"), ignoreCase: true, out var system)
            ? system
            : throw new UsageException($"--crs {call.Option("crs")} is not known; there are wgs84, gcj02 and bd09.");
    }
}
