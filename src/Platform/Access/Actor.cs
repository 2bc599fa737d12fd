namespace Linli.Platform.Access;

/// <summary>Who acts.</summary>
/// <param name="Kind">What kind of actor it is.</param>
/// <param name="Id">Key of the account, API key or resident; null for the program itself and for strangers.</param>
/// <param name="Name">The name shown in history and audit; for residents a constant word, never personal data.</param>
public sealed record Actor(ActorKind Kind, Guid? Id, string Name);

/// <summary>Kinds of actors.</summary>
public enum ActorKind
{
    /// <summary>Somebody who has not signed in.</summary>
    Anonymous,

    /// <summary>A resident signed in by one-time code.</summary>
    Resident,

    /// <summary>A staff account.</summary>
    Staff,

    /// <summary>Another system with an API key.</summary>
    ApiKey,

    /// <summary>The program: jobs, imports, automatic decisions.</summary>
    System,
}
