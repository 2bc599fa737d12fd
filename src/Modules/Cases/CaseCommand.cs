using System.ComponentModel.DataAnnotations;
using Linli.Platform.Web;

namespace Linli.Cases;

/// <summary>What every change of a case carries: the version the caller saw, and what they have to say.</summary>
internal abstract record CaseCommand : ICommand
{
    [Range(1, int.MaxValue, ErrorMessage = "cases.version-missing")] public int Version { get; set; }
    [StringLength(2000, ErrorMessage = "cases.remark-too-long")] public virtual string? Remark { get; set; }
}
