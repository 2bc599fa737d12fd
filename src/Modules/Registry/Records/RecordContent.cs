namespace Linli.Registry;

/// <summary>What a state says, in plain words.</summary>
/// <param name="Values">Values by field, as they are kept.</param>
/// <param name="Place">Where it is.</param>
internal sealed record RecordContent(IReadOnlyDictionary<string, string> Values, RecordPlace Place);

/// <summary>Where something is.</summary>
/// <param name="DivisionCode">The deepest division that is known.</param>
/// <param name="Address">As it is written.</param>
/// <param name="Longitude">WGS-84 degrees.</param>
/// <param name="Latitude">WGS-84 degrees.</param>
internal sealed record RecordPlace(string DivisionCode, string? Address = null, double? Longitude = null, double? Latitude = null);

/// <summary>The same as it is kept: personal and sensitive values encrypted, with what is needed to show, find and count the record.</summary>
/// <param name="Place">Where it is; without position, and the address masked, where that is personal.</param>
/// <param name="Title">What the record is called; masked where that is personal.</param>
/// <param name="Facts">Open values, as JSON.</param>
/// <param name="Masks">Masks of the others, as JSON.</param>
/// <param name="Personal">Personal values, encrypted.</param>
/// <param name="Sensitive">Sensitive values, encrypted.</param>
/// <param name="Keys">Fingerprints by which it is found.</param>
/// <param name="Facets">Values by which it is counted, by field.</param>
/// <param name="Tokens">Words by which it is found.</param>
/// <param name="Marks">Fingerprints that it has in common with records about the same.</param>
internal sealed record SealedContent(
    RecordPlace Place, string Title, string Facts, string Masks, byte[]? Personal, byte[]? Sensitive,
    IReadOnlySet<string> Keys, IReadOnlyDictionary<string, string> Facets, string Tokens, IReadOnlyList<(int Rule, string Fingerprint)> Marks)
{
    /// <summary>A state that says this.</summary>
    public RecordState ToState(
        Guid id, Guid recordId, StateKind kind, DateOnly from, DateTimeOffset at, RecordSource source, string by, Guid? actor = null, string? remark = null, bool gone = false, Guid? corrects = null) => new()
    {
        Id = id, RecordId = recordId, Kind = kind, ValidFrom = from, RecordedAt = at, Gone = gone, Corrects = corrects, Source = source, ActorId = actor, ActorName = by, Remark = remark,
        DivisionCode = Place.DivisionCode, Address = Place.Address, Longitude = Place.Longitude, Latitude = Place.Latitude, Facts = Facts, Masks = Masks, Personal = Personal, Sensitive = Sensitive,
    };
}
