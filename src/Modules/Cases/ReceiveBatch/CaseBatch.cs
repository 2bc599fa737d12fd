using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Linli.Platform.Problems;
using Linli.Platform.Texts;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Linli.Cases.ReceiveBatch;

/// <summary>Up to 500 reports. Each is read for itself: one that cannot be read does not lose the others.</summary>
internal sealed record CaseBatch : ICommand, IBindableFromHttpContext<CaseBatch>, IEndpointParameterMetadataProvider
{
    public const int Most = 500, MaxBytes = 10 << 20;

    /// <summary>The reports in their order, or what is wrong with them.</summary>
    [MinLength(1, ErrorMessage = "cases.batch-size"), MaxLength(Most, ErrorMessage = "cases.batch-size")]
    public required IReadOnlyList<Result<ReceiveCase.ReceiveCase>> Items { get; init; }

    public static async ValueTask<CaseBatch?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (!context.Request.HasJsonContentType()) throw new BadHttpRequestException("Not JSON.", StatusCodes.Status415UnsupportedMediaType);
        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
            if (body.RootElement.ValueKind is not JsonValueKind.Object || !body.RootElement.TryGetProperty("items", out var items) || items.ValueKind is not JsonValueKind.Array) throw new JsonException("No items.", "$.items", null, null);
            return new() { Items = [.. items.EnumerateArray().Select(Read)] };
        }
        catch (JsonException error)
        {
            throw new BadHttpRequestException("The batch cannot be read.", StatusCodes.Status400BadRequest, error);
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(CaseBatchBody)));

    private static Result<ReceiveCase.ReceiveCase> Read(JsonElement item)
    {
        try
        {
            return item.Deserialize<ReceiveCase.ReceiveCase>(Json.Readable) is { } report ? report : Problem.Invalid("", "platform.invalid-value");
        }
        catch (JsonException error)
        {
            return Problem.Invalid(error.Path is { Length: > 2 } path ? path[2..] : "", "platform.invalid-value");
        }
    }
}

/// <summary>Reports that are sent together.</summary>
/// <param name="Items">Up to 500; each names its externalId.</param>
internal sealed record CaseBatchBody(IReadOnlyList<ReceiveCase.ReceiveCase> Items);
