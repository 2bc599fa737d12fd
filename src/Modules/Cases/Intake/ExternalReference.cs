namespace Linli.Cases.Intake;

/// <summary>The key that a report has where it came from. Channel and key name one case, so that what is sent again is not filed again.</summary>
internal sealed class ExternalReference
{
    public required string Channel { get; init; }

    /// <summary>Key in the other system.</summary>
    public required string ExternalId { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>Who sent it; whoever did may ask again.</summary>
    public required Guid? ActorId { get; init; }
}
