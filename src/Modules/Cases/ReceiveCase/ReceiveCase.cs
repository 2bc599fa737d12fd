using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Http;

namespace Linli.Cases.ReceiveCase;

/// <summary>A report: what is wrong, in plain words. Nothing else must be given.</summary>
internal sealed record ReceiveCase : IPhotoCommand<ReceiveCase>
{
    /// <summary>What is wrong.</summary>
    [Required(ErrorMessage = "cases.text-missing"), StringLength(5000, MinimumLength = 2, ErrorMessage = "cases.text-length")]
    public string? Text { get; set; }

    /// <summary>A heading; made from the text when it is not given.</summary>
    [StringLength(100, ErrorMessage = "cases.title-too-long")] public string? Title { get; set; }

    /// <summary>A leaf of the taxonomy the reporter chose.</summary>
    [StringLength(40, ErrorMessage = "cases.unknown-category")] public string? CategoryCode { get; set; }

    /// <summary>Degrees, WGS-84.</summary>
    [Range(-180, 180, ErrorMessage = "cases.bad-position")] public double? Longitude { get; set; }

    /// <summary>Degrees, WGS-84.</summary>
    [Range(-90, 90, ErrorMessage = "cases.bad-position")] public double? Latitude { get; set; }

    /// <summary>The place in words.</summary>
    [StringLength(200, ErrorMessage = "cases.place-too-long")] public string? Place { get; set; }

    /// <summary>The reporter's name; of a mail its sender.</summary>
    [StringLength(120, ErrorMessage = "cases.name-too-long")] public string? Name { get; set; }

    /// <summary>The reporter's mobile number, for progress messages.</summary>
    [StringLength(20, ErrorMessage = "cases.bad-phone")] public string? Phone { get; set; }

    /// <summary>The reporter's mail address, for progress messages; who leaves both is told by mail.</summary>
    [StringLength(254, ErrorMessage = "cases.bad-email")] public string? Email { get; set; }

    /// <summary>Where it comes from; the caller's own channel when it is not given.</summary>
    [StringLength(40), RegularExpression("^[a-z0-9-]+$", ErrorMessage = "cases.unknown-channel")] public string? Channel { get; set; }

    /// <summary>The report's key where it comes from. Channel and key name one case: sent again, the same is answered.</summary>
    [StringLength(200, MinimumLength = 1, ErrorMessage = "cases.external-id-length")] public string? ExternalId { get; set; }

    /// <summary>1 (gravest) to 5.</summary>
    [Range(1, 5, ErrorMessage = "cases.bad-level")] public int? Level { get; set; }

    /// <summary>
    /// Answers to the extra questions of the category, by their code: one word, or several where several can be chosen. Required questions must be
    /// answered by whoever sends answers and names the category. In multipart form data a field for each: <c>answers[CODE]</c>.
    /// </summary>
    public Dictionary<string, string[]>? Answers { get; set; }

    /// <summary>Photos; sent as multipart form data.</summary>
    [JsonIgnore] public IReadOnlyList<IFormFile>? Photos { get; set; }
}

/// <summary>The receipt.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">Case number.</param>
/// <param name="FollowUp">Secret path under which the reporter follows the case; shown once, so absent where the case was there already.</param>
/// <param name="CategoryCode">The category, if the program was sure.</param>
/// <param name="DivisionCode">The grid, or the next division above that is known.</param>
/// <param name="UnitId">The unit the responsibility list names.</param>
/// <param name="Status">State.</param>
/// <param name="DueAt">When the running clock ends.</param>
internal sealed record ReceivedCase(Guid Id, string Number, string? FollowUp, string? CategoryCode, string DivisionCode, Guid? UnitId, CaseStatus Status, DateTimeOffset? DueAt);
