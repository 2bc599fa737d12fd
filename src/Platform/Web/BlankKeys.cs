using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;

namespace Linli.Platform.Web;

/// <summary>
/// An optional choice of a page that was left open arrives as an empty text. Blazor reads that as null for numbers and dates but refuses
/// it for keys (<see href="https://github.com/dotnet/aspnetcore/issues/66607"/>, mended after .NET 10), so such a field is as if not sent.
/// </summary>
public static class BlankKeys
{
    private const string KeySuffix = "Id";   // UnitId, ParentId: what holds a key is so named

    /// <summary>Leaves empty keys out of the forms that pages send.</summary>
    public static IApplicationBuilder UseBlankKeys(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType && http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        {
            var form = await ReadAsync(http);
            if (form.Any(IsBlank)) http.Request.Form = new FormCollection(form.Where(field => !IsBlank(field)).ToDictionary(), form.Files);
        }
        await next(http);
    });

    private static async Task<IFormCollection> ReadAsync(HttpContext http)
    {
        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            throw new BadHttpRequestException("The form cannot be read.", error);   // without a boundary, cut off, or of too many fields
        }
    }

    private static bool IsBlank(KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues> field) =>
        field.Key.EndsWith(KeySuffix, StringComparison.Ordinal) && field.Value is [{ Length: 0 }];
}
