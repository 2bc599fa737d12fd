using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Linli.Platform.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Linli.Platform.Web;

/// <summary>A command that may bring photos.</summary>
public interface IPhotoCommand : ICommand
{
    /// <summary>The photos; they come with multipart form data only.</summary>
    IReadOnlyList<IFormFile>? Photos { get; set; }
}

/// <summary>
/// A command that the API takes as JSON, or with photos as <c>multipart/form-data</c>: the fields by their names in JSON, and files of any name.
/// </summary>
/// <typeparam name="T">The command itself. Its fields are words and numbers, and words by name, which a form sends as <c>field[name]</c>.</typeparam>
public interface IPhotoCommand<T> : IPhotoCommand, IBindableFromHttpContext<T>, IEndpointParameterMetadataProvider
    where T : class, IPhotoCommand<T>
{
    static ValueTask<T?> IBindableFromHttpContext<T>.BindAsync(HttpContext context, ParameterInfo parameter) => PhotoRequest.ReadAsync<T>(context);

    static void IEndpointParameterMetadataProvider.PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new AcceptsMetadata(["application/json", PhotoRequest.Multipart], typeof(T)));
        builder.Metadata.Add(new RequestSizeLimitAttribute(PhotoRequest.MaxBytes));
    }
}

/// <summary>Reads commands with photos.</summary>
internal static class PhotoRequest
{
    public const string Multipart = "multipart/form-data";

    /// <summary>Six photos, not shrunk, and then some.</summary>
    public const int MaxBytes = 64 << 20;

    public static async ValueTask<T?> ReadAsync<T>(HttpContext http) where T : class, IPhotoCommand
    {
        try
        {
            if (http.Request.HasJsonContentType()) return await ReadJsonAsync<T>(http);
            return IsMultipart(http.Request) ? await ReadFormAsync<T>(http) : throw new BadHttpRequestException("Neither JSON nor a form.", StatusCodes.Status415UnsupportedMediaType);
        }
        catch (Exception error) when (error is JsonException or InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw new BadHttpRequestException("The command cannot be read.", StatusCodes.Status400BadRequest, error);
        }
    }

    private static async Task<T> ReadJsonAsync<T>(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = ApiGroup.MaxBytes;
        return await http.Request.ReadFromJsonAsync<T>(Json.Readable, http.RequestAborted) ?? throw new JsonException();
    }

    private static async Task<T> ReadFormAsync<T>(HttpContext http) where T : class, IPhotoCommand
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var fields = new JsonObject();
        foreach (var (name, values) in form.Where(field => field.Value is [.., { Length: > 0 }]))
        {
            if (BracketedNames.Outer(name) is not { } outer) fields[name] = values[^1];
            else fields[outer] ??= JsonSerializer.SerializeToNode(BracketedNames.Read(form, outer));
        }
        var command = fields.Deserialize<T>(Json.Readable)!;
        command.Photos = form.Files;
        return command;
    }

    private static bool IsMultipart(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals(Multipart, StringComparison.OrdinalIgnoreCase);
}
