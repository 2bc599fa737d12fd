namespace Linli.Text;

/// <summary>Why a unit is suggested.</summary>
public enum SuggestionReason
{
    /// <summary>Similar cases went there.</summary>
    History,

    /// <summary>The responsibility list names it.</summary>
    List,
}

/// <summary>One suggested unit.</summary>
/// <param name="Unit">The unit as it was given in training, or in the list.</param>
/// <param name="Probability">How sure, 0 to 1.</param>
/// <param name="Reason">What spoke.</param>
/// <param name="Precedent">The narrowest set of similar cases, null when there is none.</param>
public sealed record UnitSuggestion(string Unit, double Probability, SuggestionReason Reason, DispatchPrecedent? Precedent);

/// <summary>The cases of the past that speak for a unit: “同类同街道 41 件，其中 35 件由其办理”. Words are made of it where the language is known.</summary>
/// <param name="Alike">What these cases share with the new one.</param>
/// <param name="Cases">How many there are.</param>
/// <param name="ByThisUnit">How many of them the unit settled.</param>
public sealed record DispatchPrecedent(DispatchLikeness Alike, int Cases, int ByThisUnit);
