using System.Text;
using System.Text.Json;
using Linli.Platform.Secrets;
using Linli.Platform.Texts;
using Linli.Text;

namespace Linli.Registry;

/// <summary>Brings what a state says into the form it is kept in, and back.</summary>
internal sealed class RecordVault(FieldCipher cipher)
{
    /// <summary>Stands among the personal values for an address that is personal.</summary>
    public const string AddressKey = "@address";
    private const string Hidden = "••••";
    private const int KeyBytes = 16, YearLength = 4, ShortestStart = 2;

    /// <summary>Encrypts what is personal.</summary>
    public SealedContent Seal(RecordType type, RecordContent content)
    {
        var (open, personal, sensitive, masks) = (Empty(), Empty(), Empty(), Empty());
        foreach (var field in type.Known)
        {
            if (!content.Values.TryGetValue(field.Key, out var value)) continue;
            (field.Class switch { FieldClass.Personal => personal, FieldClass.Sensitive => sensitive, _ => open })[field.Key] = value;
            if (field.IsPersonal) masks[field.Key] = Mask(field, value);
        }
        var place = content.Place;
        if (type.OfPerson)
        {
            if (place.Address is { } address) personal[AddressKey] = address;
            place = new(place.DivisionCode, place.Address is null ? null : Masking.Address(place.Address));
        }
        var title = masks.GetValueOrDefault(type.TitleField) ?? open.GetValueOrDefault(type.TitleField) ?? "";
        return new(
            place, title, Write(open), Write(masks), Protect(personal, RecordState.PersonalPurpose), Protect(sensitive, RecordState.SensitivePurpose),
            type.Known.Where(f => f.IsKey && content.Values.ContainsKey(f.Key)).SelectMany(f => KeysOf(f, content.Values[f.Key])).ToHashSet(),
            type.Known.Where(f => f.Counted && content.Values.ContainsKey(f.Key)).ToDictionary(f => f.Key, f => FacetOf(f, content.Values[f.Key])),
            SearchTokens.ForIndex(string.Join(' ', type.Known.Where(f => !f.IsPersonal && f.Kind is FieldKind.Text or FieldKind.Code or FieldKind.LongText).Select(f => open.GetValueOrDefault(f.Key)).Append(type.OfPerson ? null : place.Address))),
            [.. MarksOf(type, content)]);
    }

    /// <summary>What a state says, with all that is personal. Whoever shows any of it keeps who looked, and why.</summary>
    public RecordContent Open(RecordState state)
    {
        var (values, address) = (Read(state.Facts), state.Address);
        foreach (var (secret, purpose) in new[] { (state.Personal, RecordState.PersonalPurpose), (state.Sensitive, RecordState.SensitivePurpose) })
            foreach (var (key, value) in secret is null ? Empty() : Read(cipher.Unprotect(secret, purpose)))
                values[key] = value;
        if (values.Remove(AddressKey, out var whole)) address = whole;
        return new(values, new(state.DivisionCode, address, state.Longitude, state.Latitude));
    }

    /// <summary>Values or masks by field.</summary>
    public static Dictionary<string, string> Read(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json, Json.Readable)!;

    /// <summary>The fingerprints by which a text that was typed into the search may be found: of a name, a number, or the start of a name.</summary>
    public IReadOnlyList<string> KeysFor(string typed) =>
    [
        .. new[] { FieldKind.Phone, FieldKind.ResidentId, FieldKind.CreditCode, FieldKind.Code, FieldKind.PersonName }
            .Select(kind => FieldReading.Read(new FieldDefinition("key", "", Kind: kind), typed, out _) is { } read ? KeyOf(kind, read) : null).OfType<string>(),
    ];

    /// <summary>The fingerprint of a value; the same in whatever field of the kind it stands.</summary>
    public string KeyOf(FieldKind kind, string value) =>
        Convert.ToHexString(cipher.Fingerprint(Normal(value), $"registry.key.{kind}").AsSpan(0, KeyBytes));

    /// <summary>A name is found by the whole of it, and one of three or more characters by its first two.</summary>
    private IEnumerable<string> KeysOf(FieldDefinition field, string value)
    {
        yield return KeyOf(field.Kind, value);
        var name = Normal(value);
        if (field.Kind is FieldKind.PersonName && name.Length > ShortestStart && !char.IsHighSurrogate(name[ShortestStart - 1])) yield return KeyOf(field.Kind, name[..ShortestStart]);
    }

    /// <summary>One fingerprint of all the values that a rule compares; none where one of them is missing.</summary>
    private IEnumerable<(int, string)> MarksOf(RecordType type, RecordContent content)
    {
        foreach (var (place, rule) in SameRules.Of(type).Index())
        {
            var values = rule.By.Select(key => Compared(key == AddressKey ? content.Place.Address : content.Values.GetValueOrDefault(key))).ToList();
            if (values.All(v => v.Length > 0)) yield return (place, Convert.ToHexString(cipher.Fingerprint(string.Join('|', values), $"registry.same.{type.Code}.{string.Join('.', rule.By)}").AsSpan(0, KeyBytes)));
        }
    }

    /// <summary>What counts of a value when two are compared: letters and digits, of whatever width and case.</summary>
    private static string Compared(string? value) => string.Concat((value ?? "").Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static string Normal(string value) => string.Concat(value.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    private static string FacetOf(FieldDefinition field, string value) => field.Kind is FieldKind.Date ? value[..YearLength] : value;

    /// <summary>What stands for a value that is personal.</summary>
    public static string Mask(FieldDefinition field, string value) => field.Class is FieldClass.Sensitive ? Hidden : field.Kind switch
    {
        FieldKind.PersonName => Masking.Name(value),
        FieldKind.Phone => Masking.Phone(value),
        FieldKind.ResidentId or FieldKind.CreditCode or FieldKind.Code => Masking.IdNumber(value),
        FieldKind.Date => value[..YearLength] + "-**-**",
        _ => Hidden,
    };

    private byte[]? Protect(Dictionary<string, string> values, string purpose) => values.Count == 0 ? null : cipher.Protect(Write(values), purpose);

    private static string Write(Dictionary<string, string> values) => JsonSerializer.Serialize(values, Json.Readable);

    private static Dictionary<string, string> Empty() => new(StringComparer.Ordinal);
}
