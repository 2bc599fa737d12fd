using System.Text.Json;
using Linli.Platform.Texts;

namespace Linli.Registry;

/// <summary>A type of record: people, houses, firms, or whatever a district keeps a register of.</summary>
internal sealed class RecordType
{
    private IReadOnlyList<FieldDefinition>? fields;

    /// <summary>What programs call it; never changes.</summary>
    public required string Code { get; init; }
    public required string Name { get; set; }

    /// <summary>The same in English; may be empty.</summary>
    public required string NameEn { get; set; }
    public required RecordGroup InGroup { get; set; }
    public required string Icon { get; set; }

    /// <summary>Place among the types.</summary>
    public required int Rank { get; set; }

    /// <summary>Key of the field that names a record.</summary>
    public required string TitleField { get; set; }

    /// <summary>Whether a record is about one natural person: then its address is personal too, and it has no position.</summary>
    public required bool OfPerson { get; set; }

    /// <summary>Whether new records are made of it.</summary>
    public required bool Active { get; set; }
    public required int Version { get; set; }

    /// <summary>The fields in their order, as JSON.</summary>
    public required string Fields
    {
        get;
        set
        {
            (field, fields) = (value, null);
        }
    }

    /// <summary>The fields in their order.</summary>
    public IReadOnlyList<FieldDefinition> Known => fields ??= JsonSerializer.Deserialize<List<FieldDefinition>>(Fields, Json.Readable)!;

    /// <summary>The field with a key.</summary>
    public FieldDefinition? Find(string key) => Known.FirstOrDefault(f => f.Key == key);

    /// <summary>The name in the reader's language.</summary>
    public string Say() => Words.Say(Name, NameEn);

    /// <summary>The same, to be changed.</summary>
    public RecordType Copy() => new()
    {
        Code = Code, Name = Name, NameEn = NameEn, InGroup = InGroup, Icon = Icon, Rank = Rank, TitleField = TitleField, OfPerson = OfPerson, Active = Active, Version = Version, Fields = Fields,
    };

    /// <summary>How fields are kept.</summary>
    public static string Write(IReadOnlyList<FieldDefinition> fields) => JsonSerializer.Serialize(fields, Json.Readable);
}

/// <summary>The registries of a district.</summary>
internal enum RecordGroup
{
    /// <summary>实有人口</summary>
    Population,

    /// <summary>实有房屋</summary>
    Housing,

    /// <summary>实有单位</summary>
    Organisations,

    /// <summary>公共设施与城市部件</summary>
    Facilities,

    /// <summary>感知设备</summary>
    Devices,

    /// <summary>证照</summary>
    Certificates,

    /// <summary>一般登记</summary>
    General,
}
