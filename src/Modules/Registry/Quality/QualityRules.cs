namespace Linli.Registry;

/// <summary>What a good record of a type says, beyond what every record must say. Data, as the type is.</summary>
/// <param name="Expected">Fields that should be filled in; <c>a|b</c> where one of several is enough, <see cref="RecordVault.AddressKey"/> and <see cref="PositionKey"/> for the place.</param>
/// <param name="ConfirmDays">After how many days somebody should look whether it is still true; null for never.</param>
/// <param name="Past">Days that cannot lie ahead.</param>
/// <param name="Order">Days of which one cannot come before the other.</param>
/// <param name="Expires">The day after which it is no longer true.</param>
/// <param name="Identity">What an identity number says as well.</param>
internal sealed record QualityRules(
    IReadOnlyList<string>? Expected = null, int? ConfirmDays = null, IReadOnlyList<string>? Past = null, IReadOnlyList<DayOrder>? Order = null, string? Expires = null, IdentityFields? Identity = null)
{
    public const string PositionKey = "@position", GridKey = "@grid", DivisionKey = "@division", RecordKey = "@record";

    private static readonly QualityRules OfOwnTypes = new(ConfirmDays: 365);

    /// <summary>What <c>base-types.json</c> says; the district's own types are to be looked at once a year.</summary>
    public static QualityRules Of(RecordType type) => BaseTypes.Quality.GetValueOrDefault(type.Code) ?? OfOwnTypes;
}

/// <summary>Two days, the first of which comes first.</summary>
internal sealed record DayOrder(string First, string Then);

/// <summary>An identity number (GB 11643) and the fields that repeat what is written in it.</summary>
internal sealed record IdentityFields(string Number, string Born, string Sex);
