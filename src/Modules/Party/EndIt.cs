using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Http;

namespace Linli.Party;

/// <summary>Something ends today, for a reason.</summary>
internal sealed record EndIt : ICommand
{
    public int Version { get; set; }

    [Required(ErrorMessage = "party.reason-missing"), StringLength(200, MinimumLength = 2, ErrorMessage = "party.reason-missing")] public string? Reason { get; set; }

    /// <summary>What the <see cref="EndForm"/> of a page said.</summary>
    public static EndIt Of(IFormCollection form) => new() { Reason = form["Reason"], Version = int.TryParse(form["Version"], CultureInfo.InvariantCulture, out var version) ? version : 0 };
}
