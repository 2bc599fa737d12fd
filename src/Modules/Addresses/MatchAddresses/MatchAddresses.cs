using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Linli.Addresses;
using Linli.Contracts.Addresses;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.StandardAddresses;

/// <summary>Written addresses to match.</summary>
internal sealed record MatchAddresses : ICommand, IValidatableObject
{
    public const int Most = 500, Longest = 200;

    /// <summary>The texts, each of 200 characters at most, 500 at once.</summary>
    [Required(ErrorMessage = "addresses.texts-missing"), MaxLength(Most, ErrorMessage = "addresses.texts-too-many")]
    public string[]? Texts { get; set; }

    /// <summary>Only what lies in this division.</summary>
    public string? Division { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Texts?.Any(text => text is null or { Length: > Longest }) is true) yield return new("addresses.text-too-long", [nameof(Texts)]);
    }
}

/// <summary>What a text was matched to.</summary>
/// <param name="Text">The text.</param>
/// <param name="Best">The one address that is meant; null where a person has to choose.</param>
/// <param name="Candidates">What fits best, best first.</param>
internal sealed record MatchedAddress(string Text, AddressCandidateFound? Best, IReadOnlyList<AddressCandidateFound> Candidates);

/// <summary>An address that a text may mean.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Level">How far down it was found.</param>
/// <param name="Address">Its normal form.</param>
/// <param name="DivisionCode">The grid that it lies in, or the next division above that is known.</param>
/// <param name="Longitude">WGS-84 degrees.</param>
/// <param name="Latitude">WGS-84 degrees.</param>
/// <param name="Score">From 0 to 1: the share of what is written that fits.</param>
/// <param name="Complete">Whether everything that is written was found.</param>
/// <param name="Reasons">What each written level said, in words.</param>
internal sealed record AddressCandidateFound(string Code, AddressLevel Level, string Address, string DivisionCode, double? Longitude, double? Latitude, double Score, bool Complete, IReadOnlyList<string> Reasons);

internal sealed class MatchAddressesHandler(AppDb db, IAccess access, IAddresses addresses, IDivisions divisions)
{
    private const int Candidates = 5;

    public async Task<Result<MatchedAddress[]>> Handle(MatchAddresses command, CancellationToken ct)
    {
        if (!addresses.Ready) return AddressesErrors.Loading;
        if (command.Division is { Length: > 0 } code && (divisions.Find(code) is null || !access.Sees(code))) return Problem.Invalid("division", "addresses.division-unknown");
        if ((command.Division is { Length: > 0 } named ? named : access.Division) is not { } scope) return Problem.Forbidden;
        var readings = command.Texts!.Select(text => (Text: text, Reading: addresses.Match(text, scope, Candidates))).ToList();
        var ids = readings.SelectMany(read => read.Reading.Choices).Select(choice => choice.Address.Id).Distinct().ToList();
        var codes = await db.Addresses.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Code }).ToDictionaryAsync(a => a.Id, a => a.Code, ct);
        return readings.Select(read => new MatchedAddress(read.Text, read.Reading.Best is { } best ? Found(best) : null, [.. read.Reading.Choices.Select(Found).OfType<AddressCandidateFound>()])).ToArray();

        // A division has no code of an address, and is no answer to where something is.
        AddressCandidateFound? Found(AddressChoice choice) => !codes.TryGetValue(choice.Address.Id, out var known) ? null : new(
            known, choice.Address.Level, choice.Address.Text, choice.Address.DivisionCode, choice.Address.Longitude, choice.Address.Latitude,
            Math.Round(choice.Score, 3), choice.IsComplete, [.. choice.Reasons.Select(reason => reason.InWords(CultureInfo.CurrentUICulture.Name))]);
    }
}
