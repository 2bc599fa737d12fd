using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Linli.Platform.Problems;

/// <summary>A result with an address, whatever it holds.</summary>
internal interface ILocatedResult
{
    string Location { get; }
}

/// <summary>201 with the value and its address. The framework's own hides the address from filters.</summary>
public sealed class CreatedResult<T>(T value, string location) : IResult, ILocatedResult, IStatusCodeHttpResult, IValueHttpResult, IEndpointMetadataProvider
{
    /// <inheritdoc/>
    public int? StatusCode => StatusCodes.Status201Created;

    /// <summary>Where the new thing is.</summary>
    public string Location { get; } = location;

    /// <inheritdoc/>
    public object? Value => value;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) => TypedResults.Created(Location, value).ExecuteAsync(httpContext);

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status201Created, typeof(T), ["application/json"]));
}
