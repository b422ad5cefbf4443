using Microsoft.AspNetCore.Routing;

namespace Shared.Api;

/// <summary>The one entry point of a module's Api: it maps the module's endpoints.</summary>
public interface IModuleApi
{
    /// <summary>Maps the endpoints.</summary>
    void Map(IEndpointRouteBuilder endpoints);
}
