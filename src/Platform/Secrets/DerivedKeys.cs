using System.Collections.Frozen;

namespace Linli.Platform.Secrets;

/// <summary>The keys in use, derived once from the material.</summary>
internal sealed class DerivedKeys(KeyMaterial material)
{
    private readonly FrozenDictionary<uint, FieldKey> all = material.Former.Append(material.Current).Select(FieldKey.From).ToFrozenDictionary(key => key.Id);

    public FieldKey Current { get; } = FieldKey.From(material.Current);
    public byte[] Fingerprint { get; } = FieldKey.Derive(material.Root, "linli fingerprint v1");
    public byte[] Signature { get; } = FieldKey.Derive(material.Root, "linli signature v1");

    public FieldKey? Find(uint id) => all.GetValueOrDefault(id);
}
