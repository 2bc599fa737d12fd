namespace Linli.Bench;

/// <summary>Something that is measured beside its limit, in one run.</summary>
internal interface IMeasurement
{
    /// <summary>The word on the command line.</summary>
    string Name { get; }

    Task RunAsync(Report report);
}
