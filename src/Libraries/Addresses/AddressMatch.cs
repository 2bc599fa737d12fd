namespace Linli.Addresses;

/// <summary>How a written level compares with the address that was found.</summary>
public enum MatchKind
{
    /// <summary>It is written as in the library.</summary>
    Exact,
    /// <summary>An alias is written.</summary>
    Alias,
    /// <summary>An old name is written.</summary>
    OldName,
    /// <summary>The word for the kind is left out or another.</summary>
    Short,
    /// <summary>One character is wrong, missing or too much.</summary>
    Similar,
    /// <summary>The library does not have it there.</summary>
    NotFound,
    /// <summary>The library has it, but elsewhere.</summary>
    Contradicts,
}

/// <summary>What one written level says for or against a candidate.</summary>
/// <param name="Level">The level.</param>
/// <param name="Kind">How it compares.</param>
/// <param name="Written">The value as it was read.</param>
/// <param name="Found">The value in the library; null where there is none.</param>
public sealed record MatchReason(AddressLevel Level, MatchKind Kind, string Written, string? Found)
{
    /// <summary>The reason in words: 没有找到户室“509”.</summary>
    /// <param name="language">"zh-CN" or "en"; anything else reads as zh-CN.</param>
    public string InWords(string language)
    {
        var texts = Texts.In(language);
        return texts.Format(Kind.ToString(), texts[Level.ToString()], Written, Found);
    }
}

/// <summary>A standard address that a text may mean.</summary>
/// <param name="Id">The key that the caller gave it.</param>
/// <param name="Level">How far down it was found; never farther than the library goes.</param>
/// <param name="Address">Its normal form.</param>
/// <param name="Position">Longitude and latitude, its own or those of the nearest address above; null if none is known.</param>
/// <param name="Division">The key of the nearest division above; null if there is none.</param>
/// <param name="Score">From 0 to 1: the share of what is written that fits, weighed by how much each level tells.</param>
/// <param name="Reasons">What each written level said.</param>
public sealed record AddressCandidate(Guid Id, AddressLevel Level, StandardAddress Address, (double Lon, double Lat)? Position, Guid? Division, double Score, IReadOnlyList<MatchReason> Reasons)
{
    /// <summary>Every level that is written was found.</summary>
    public bool IsComplete => Reasons.All(reason => reason.Kind is not (MatchKind.NotFound or MatchKind.Contradicts));
}

/// <summary>What a text was matched to.</summary>
/// <param name="Parsed">What was read.</param>
/// <param name="Candidates">The addresses that fit best, best first; empty when nothing does.</param>
public sealed record AddressMatch(ParsedAddress Parsed, IReadOnlyList<AddressCandidate> Candidates)
{
    private const double Sure = 0.75, Ahead = 0.08;

    /// <summary>The one address that is meant; null when none fits well or several fit alike: then a person decides.</summary>
    public AddressCandidate? Best => Candidates.Count > 0 && Candidates[0].Score >= Sure && (Candidates.Count == 1 || Candidates[0].Score - Candidates[1].Score >= Ahead) ? Candidates[0] : null;
}
