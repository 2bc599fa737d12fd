using Linli.Platform;
using Microsoft.Extensions.Localization;

namespace Linli.Operations.Jobs;

/// <summary>What jobs are called, from the texts of the module their name begins with.</summary>
internal static class JobNames
{
    public static string Of(string job, IReadOnlyList<Module> modules, IStringLocalizerFactory texts) =>
        modules.FirstOrDefault(m => m.Name == job.Split('.')[0]) is { } module ? texts.Create(module.GetType())["job." + job] : job;
}
