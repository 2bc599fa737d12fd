namespace Linli.Registry;

/// <summary>By what two records of a type are taken for the same.</summary>
/// <param name="By">Keys of fields that must all be equal; <see cref="RecordVault.AddressKey"/> for the address.</param>
/// <param name="Confidence">How sure that is, in percent.</param>
internal sealed record SameRule(IReadOnlyList<string> By, int Confidence);

/// <summary>The rules of each type, the surest first.</summary>
internal static class SameRules
{
    private const int Sure = 90;

    /// <summary>What <c>base-types.json</c> says; of the district's own types a number of some register names one thing.</summary>
    public static IReadOnlyList<SameRule> Of(RecordType type) => BaseTypes.Same.GetValueOrDefault(type.Code)
        ?? [.. type.Known.Where(f => f.Kind is FieldKind.ResidentId or FieldKind.CreditCode or FieldKind.Code).Select(f => new SameRule([f.Key], Sure))];
}
