using System.Globalization;

namespace Linli.Registry;

/// <summary>A field of a type of record. Fields are data: a district adds its own.</summary>
/// <param name="Key">What programs call it; small letters, digits and hyphens; never changes.</param>
/// <param name="Name">What people call it.</param>
/// <param name="NameEn">The same in English; may be empty.</param>
/// <param name="Kind">What a value is.</param>
/// <param name="Class">Who may see it.</param>
/// <param name="Required">Whether every record must have it.</param>
/// <param name="Counted">Whether records are counted and filtered by it: choices, yes or no, and the year of a date.</param>
/// <param name="Choices">What can be chosen.</param>
/// <param name="Least">The smallest number.</param>
/// <param name="Most">The largest number.</param>
/// <param name="Tiers">Levels whose staff may see a personal or sensitive value in full; empty for all four.</param>
internal sealed record FieldDefinition(
    string Key, string Name, string NameEn = "", FieldKind Kind = FieldKind.Text, FieldClass Class = FieldClass.Internal, bool Required = false, bool Counted = false,
    IReadOnlyList<FieldChoice>? Choices = null, decimal? Least = null, decimal? Most = null, IReadOnlyList<AccessTier>? Tiers = null)
{
    /// <summary>Whether its values are encrypted and shown on a purpose only.</summary>
    public bool IsPersonal => Class is FieldClass.Personal or FieldClass.Sensitive;

    /// <summary>Whether a record can be found by the whole value, though it be encrypted.</summary>
    public bool IsKey => Kind is FieldKind.PersonName or FieldKind.Phone or FieldKind.ResidentId or FieldKind.CreditCode or FieldKind.Code;

    /// <summary>The name in the reader's language.</summary>
    public string Say() => Words.Say(Name, NameEn);
}

/// <summary>Something to choose.</summary>
/// <param name="Code">How it is kept; never changes.</param>
/// <param name="Name">What people call it.</param>
/// <param name="NameEn">The same in English; may be empty.</param>
internal sealed record FieldChoice(string Code, string Name, string NameEn = "")
{
    /// <summary>The name in the reader's language.</summary>
    public string Say() => Words.Say(Name, NameEn);
}

/// <summary>What a value is.</summary>
internal enum FieldKind
{
    Text,
    LongText,
    Number,
    Date,
    Choice,
    YesNo,

    /// <summary>Name of a natural person.</summary>
    PersonName,

    /// <summary>Mobile number of mainland China.</summary>
    Phone,

    /// <summary>Resident identity number, GB 11643.</summary>
    ResidentId,

    /// <summary>Unified social credit code, GB 32100.</summary>
    CreditCode,

    /// <summary>A number or code of some register, found by the whole of it.</summary>
    Code,
}

/// <summary>Who may see a field, from all to few.</summary>
internal enum FieldClass
{
    /// <summary>公开</summary>
    Public,

    /// <summary>内部: staff who see the record.</summary>
    Internal,

    /// <summary>个人: encrypted, masked, shown on a purpose that is kept.</summary>
    Personal,

    /// <summary>敏感 (health, hardship, punishment): encrypted; hidden but from those who hold a permission of its own.</summary>
    Sensitive,
}

/// <summary>Tiers of access: the level of the division whose records somebody sees.</summary>
internal enum AccessTier
{
    District,
    Street,
    Community,
    Grid,
}

internal static class Words
{
    /// <summary>Words in the reader's language; Chinese where there are no English ones.</summary>
    public static string Say(string chinese, string english) => english.Length > 0 && CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? english : chinese;
}
