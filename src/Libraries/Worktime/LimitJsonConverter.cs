using System.Text.Json;
using System.Text.Json.Serialization;

namespace Linli.Worktime;

/// <summary>A limit travels as its compact form.</summary>
internal sealed class LimitJsonConverter : JsonConverter<Limit>
{
    public override Limit Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && Limit.TryParse(reader.GetString(), out var limit)
            ? limit
            : throw new JsonException("Not a time limit; write for example \"8wh\", \"3wd\", \"24h\" or \"7d\".");

    public override void Write(Utf8JsonWriter writer, Limit value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
