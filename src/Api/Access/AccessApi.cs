using Access.Api.Admin;
using Access.Api.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shared.Api;
using Shared.Api.Access;
using Shared.Api.Admin;
using Shared.Api.Assets;
using Shared.Api.Pages;

namespace Access.Api;

internal sealed class AccessApi : IModuleApi
{
    private const string KeyOrSession = "KeyOrSession";

    public void Install(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new CredentialField(ApiKeyHandler.Header));
        services
            .AddAuthentication(KeyOrSession)
            // A key counts before a session: it was sent on purpose.
            .AddPolicyScheme(
                KeyOrSession,
                displayName: null,
                options =>
                    options.ForwardDefaultSelector = context =>
                        ApiKeyHandler.KeyIn(context.Request) is null ? SessionHandler.Scheme : ApiKeyHandler.Scheme
            )
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.Scheme, configureOptions: null)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.Scheme, configureOptions: null);
    }

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapAssets(typeof(AccessApi).Assembly);
        var pages = endpoints
            .MapGroup("")
            .GuardForms()
            .RefuseWith(AdminRefusal.Answer)
            .WithContract("admin")
            .ExcludeFromDescription();
        pages.MapSignIn();
        pages.MapPasskeys();
        endpoints.MapAdmin(UserAdmin.Users);
        endpoints.MapAdmin(GroupAdmin.Groups);
        endpoints.MapAdmin(KeyAdmin.Keys);
    }
}
