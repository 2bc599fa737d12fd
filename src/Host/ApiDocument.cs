using System.ComponentModel.DataAnnotations;
using Linli.Platform.Idempotency;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Linli.Host;

/// <summary>
/// What <c>/openapi/v1.json</c> says beyond the shapes: who may call, how refusals look, how to repeat a call, and the doc comments.
/// The document is kept in <c>docs/openapi.json</c>; a test compares the two.
/// </summary>
internal static class ApiDocument
{
    private const string Key = "apiKey", Refusal = "refused";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddSchemaTransformer((schema, context, _) => Done(() => Simplify(schema, context)));
        options.AddOperationTransformer((operation, context, _) => Done(() => Complete(operation, context)));
        options.AddDocumentTransformer((document, _, _) => Done(() => Introduce(document)));
    });

    private static void Introduce(OpenApiDocument document)
    {
        document.Info = new() { Title = "Linli", Version = "v1", Description = "Requests of residents of a district, from the report to the rated close. Times are UTC, positions WGS-84." };
        document.Servers = [];   // whoever reads it knows whom they asked
        var problem = document.Components!.Schemas![nameof(ProblemDetails)];
        problem.Properties!["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What went wrong, stable: module.what." };
        problem.Properties["errors"] = new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } }, Description = "Messages by field." };
        document.AddComponent(Key, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key: Authorization: Bearer llk_…" });
        document.AddComponent(Refusal, new OpenApiResponse
        {
            Description = "Refused: a problem (RFC 9457) whose `code` is stable and whose title is in the caller's language. 400 names the fields, 401 and 403 who may, 404 what is not there or not in one's divisions, "
                + "409 what somebody changed meanwhile, 413 and 415 what may not be sent, 422 an Idempotency-Key of another request, 429 when to come again.",
            Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(nameof(ProblemDetails), document) } },
        });
    }

    /// <summary>Numbers are numbers, though words for them are understood; what is null is left out.</summary>
    private static void Simplify(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        schema.Describe(context);
        if (schema.Type is { } type && (type & (JsonSchemaType.Integer | JsonSchemaType.Number)) != 0) (schema.Type, schema.Pattern) = (type & ~JsonSchemaType.String, null);
        foreach (var property in context.JsonTypeInfo.Properties)
            if (property.IsGetNullable && property.AttributeProvider?.IsDefined(typeof(RequiredAttribute), inherit: true) is not true) schema.Required?.Remove(property.Name);
    }

    private static void Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var about = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Describe(context.Description);
        if (operation.RequestBody?.Content?.TryGetValue("multipart/form-data", out var form) is true) form.Schema = WithPhotos(form.Schema!);
        operation.Responses!.Remove("400");
        operation.Responses["default"] = new OpenApiResponseReference(Refusal, context.Document);
        if (about.OfType<IdempotentEndpoint>().Any())
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = IdempotentEndpoint.Header, In = ParameterLocation.Header, Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = IdempotentEndpoint.MaxKeyLength },
                Description = "Makes the call safe to repeat: the same key with the same request gives the first answer again, for seven days.",
            });
        if (about.OfType<IAllowAnonymous>().Any()) return;
        operation.Security = [new() { [new OpenApiSecuritySchemeReference(Key, context.Document)] = [] }];
        operation.Description = string.Join("\n\n", new[] { operation.Description, $"Needs `{string.Join("`, `", about.OfType<IAuthorizeData>().Select(a => a.Policy))}`." }.OfType<string>());
    }

    private static OpenApiSchema WithPhotos(IOpenApiSchema fields) => new()
    {
        AllOf = [fields, new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["photos"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" }, Description = "Photos, PDF or office documents, at most six of 20 MiB." },
            },
        }],
    };

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
