using Linli.Platform.CommandLine;

namespace Linli.Platform.Import;

/// <summary>What a module takes from the tables of another system. Steps run one after the other, so that a case finds its unit.</summary>
public interface IProfileStep
{
    /// <summary>Place in the order: divisions 10, units 20, taxonomy 30, cases 40.</summary>
    int Order { get; }

    /// <summary>The part of the profile it reads; without that part it does not run.</summary>
    string Part { get; }

    /// <summary>Takes in what is missing; what is there already stays as it is.</summary>
    Task<ImportReport> RunAsync(ProfileRun run, CancellationToken ct);
}
