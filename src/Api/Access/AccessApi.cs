using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shared.Api;

namespace Access.Api;

internal sealed class AccessApi : IModuleApi
{
    public void Install(IServiceCollection services, IConfiguration configuration) =>
        services
            .AddAuthentication(ApiKeyHandler.Scheme)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.Scheme, configureOptions: null);

    /// <summary>Keys are made and revoked by commands only; there is nothing to map.</summary>
    public void Map(IEndpointRouteBuilder endpoints) { }
}
