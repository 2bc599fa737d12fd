using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Linli.Platform.Web;

/// <summary>The API's manners, the same for every module.</summary>
public static class ApiGroup
{
    internal const long MaxBytes = 1 << 20;

    /// <summary>A group of endpoints whose commands are checked at the door. An endpoint that takes files names its own <see cref="RequestSizeLimitAttribute"/>.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder endpoints, string prefix)
    {
        var group = endpoints.MapGroup(prefix);
        group.WithMetadata(new RequestSizeLimitAttribute(MaxBytes));
        group.AddEndpointFilter(new ValidationFilter());
        return group;
    }
}
