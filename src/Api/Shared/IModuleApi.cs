using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Shared.Api;

/// <summary>The one entry point of a module's Api: it maps the module's endpoints, and installs what they need, if anything.</summary>
public interface IModuleApi
{
    /// <summary>Installs services of the presentation. Most modules have none.</summary>
    void Install(IServiceCollection services, IConfiguration configuration) { }

    /// <summary>Maps the endpoints. Each says who may use it: <c>AllowAnonymous()</c> or <c>RequirePermission(…)</c>.</summary>
    void Map(IEndpointRouteBuilder endpoints);
}
