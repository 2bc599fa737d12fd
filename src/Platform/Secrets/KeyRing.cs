using Microsoft.Extensions.Configuration;

namespace Linli.Platform.Secrets;

/// <summary>
/// The secrets of one installation. They come from configuration (<c>Linli:Keys:Root</c>, <c>:Current</c>, <c>:Former:0</c> …)
/// or else from <c>keys.json</c> in the data folder, which the first start makes. Without the ring, encrypted fields are lost: back it up apart from the database.
/// </summary>
public sealed class KeyRing
{
    private readonly KeyFile? file;
    private volatile DerivedKeys keys;

    private KeyRing(KeyFile? file, KeyMaterial material) => (this.file, keys) = (file, new(material));

    /// <summary>The id of the key that new values are encrypted with.</summary>
    public uint CurrentKeyId => keys.Current.Id;

    internal DerivedKeys Keys => keys;

    /// <summary>Opens the configured ring, or the one in <paramref name="dataFolder"/>, made if it is not there.</summary>
    /// <exception cref="InvalidOperationException">A secret is missing or is not 32 bytes.</exception>
    public static KeyRing Open(IConfiguration configuration, string dataFolder)
    {
        if (configuration.GetSection("Linli:Keys") is var section && section.Exists())
            return new(null, (section.Get<KeyMaterial>() ?? new()).Checked("Configuration Linli:Keys"));
        Directory.CreateDirectory(dataFolder);
        var file = new KeyFile(Path.Combine(dataFolder, "keys.json"));
        return new(file, file.ReadOrCreate());
    }

    /// <summary>Adds a new current key; values written with the former ones stay readable. Other running nodes learn of it when they first meet it.</summary>
    /// <exception cref="InvalidOperationException">The ring comes from configuration and can only be changed there.</exception>
    public void Rotate()
    {
        if (file is null) throw new InvalidOperationException("The keys come from configuration: move Linli:Keys:Current to Former and set a new one there.");
        keys = new(file.Rotate());
    }

    internal FieldKey Find(uint id)
    {
        if (keys.Find(id) is { } known) return known;
        if (file is not null) keys = new(file.Read());
        return keys.Find(id) ?? throw new UnknownKeyException(id);
    }
}
