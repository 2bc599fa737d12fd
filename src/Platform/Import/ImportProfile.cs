using System.Text.Json;
using System.Text.Json.Serialization;
using Linli.Platform.CommandLine;
using Linli.Platform.Texts;

namespace Linli.Platform.Import;

/// <summary>How the tables another system exports become ours: a JSON file with a part for each kind of thing, see docs/modules/import.md.</summary>
public sealed class ImportProfile
{
    /// <summary>Short name, lower case; also stands in the history of what was taken in.</summary>
    public required string Name { get; init; }

    /// <summary>Where the tables come from, in words.</summary>
    public required string Source { get; init; }

    /// <summary>How a line names its place.</summary>
    public required ProfilePlaces Places { get; init; }

    /// <summary>The parts that modules read.</summary>
    [JsonExtensionData] public Dictionary<string, JsonElement> Parts { get; init; } = [];

    /// <summary>Reads a profile.</summary>
    /// <exception cref="UsageException">It is not one.</exception>
    public static ImportProfile Parse(Stream json)
    {
        try
        {
            return JsonSerializer.Deserialize<ImportProfile>(json, Json.Readable)!;
        }
        catch (JsonException wrong)
        {
            throw new UsageException($"The profile cannot be read: {wrong.Message}");
        }
    }

    /// <summary>A part as its module understands it.</summary>
    /// <exception cref="UsageException">It lacks something.</exception>
    public T Part<T>(string part)
    {
        try
        {
            return Parts[part].Deserialize<T>(Json.Readable)!;
        }
        catch (JsonException wrong)
        {
            throw new UsageException($"The part '{part}' of the profile '{Name}' cannot be read: {wrong.Message}");
        }
    }
}
