using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Linli.Platform.Web;

/// <summary>The API's manners, the same for every module.</summary>
public static class ApiGroup
{
    /// <summary>A group of endpoints whose commands are checked at the door.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder endpoints, string prefix)
    {
        var group = endpoints.MapGroup(prefix);
        group.AddEndpointFilter(new ValidationFilter());
        return group;
    }
}
